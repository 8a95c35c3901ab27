using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;
using Integrationskonzept.Portal.Frame;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Components;

namespace Integrationskonzept.Portal.Pages.Door;

/// <summary>Where people are checked in, on a phone: by their ticket, or by their name; also without scripts.</summary>
public partial class DoorPage : PortalPage
{
    /// <summary>More rows than this nobody looks through; one searches.</summary>
    const int Most = 30;

    string title = "";
    string? said;
    List<CheckInListDto> lists = [];
    CheckInListDto? list;
    List<ExpectedDto> people = [],
        found = [];

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "list")]
    public Guid? ListId { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    /// <summary>Who was just checked in.</summary>
    [SupplyParameterFromQuery(Name = "who")]
    public Guid? Who { get; set; }

    [SupplyParameterFromForm]
    public string? Code { get; set; }

    [SupplyParameterFromForm]
    public string? Do { get; set; }

    [SupplyParameterFromForm]
    public GuestForm? Guest { get; set; }

    static IEnumerable<(string, string)> Groups =>
        Enum.GetValues<StakeholderGroup>().Select(group => (DoorTexts.Key(group), Words.Of(group).ToString()));

    protected override async Task LoadAsync()
    {
        Http.Response.Headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=()";
        lists = (await Here.Events[Id].CheckInLists.GetAsync())!;
        title = May(Permission.PlansRead)
            ? (await Here.Events[Id].GetAsync())!.Title!
            : (await Here.AnnouncedAsync(Id))?.Title ?? new Text("Veranstaltung", "Event").ToString();
        list = lists.Find(one => one.Id == ListId) ?? lists.FirstOrDefault();
        if (list is null)
            return;
        people = await Here.PeopleAsync(Id, list.Id!.Value);
        found = [.. people.Where(IsSearched)];
        if (people.Find(person => person.RegistrationId == Who) is { } one)
            said = one.CheckedInAt is null
                ? new Text("Zurückgenommen.", "Taken back.").ToString()
                : DoorTexts.Of(DoneKey ?? "came", ("who", DoorTexts.Called(one)), ("at", Landkreis.Time(one.CheckedInAt.Value)));
    }

    bool IsSearched(ExpectedDto person) =>
        string.IsNullOrWhiteSpace(Search)
        || $"{person.Name} {person.Organisation}".Contains(Search.Trim(), StringComparison.CurrentCultureIgnoreCase);

    string Address(Guid? of) => $"{Tenant}/events/{Id}/door?list={of}";

    Task ByCodeAsync() => TakeAsync(new() { Ticket = Code?.Trim() });

    Task LetInAsync() =>
        TakeAsync(
            new()
            {
                WalkIn = new()
                {
                    Group = DoorTexts.Group(Guest!.Group),
                    Name = Guest.Name.OrNull(),
                    Organisation = Guest.Organisation.OrNull(),
                },
            }
        );

    async Task EachAsync()
    {
        if (list is null || Do?.Split(':') is not [var act, var who] || who.ToId() is not { } id)
            return;
        if (act == "in")
            await TakeAsync(new() { RegistrationId = id });
        else if (await TryAsync(() => Here.Events[Id].CheckInLists[list.Id!.Value].People[id].DeleteAsync()))
            GoTo($"{Address(list.Id)[(Tenant.Length + 1)..]}&who={id}");
    }

    /// <summary>The scan has the form's key: sent twice, it counts once.</summary>
    async Task TakeAsync(Scan scan)
    {
        if (list is null)
            return;
        (scan.Id, scan.At) = (Http.Request.Form["once"].ToString().ToId() ?? Guid.CreateVersion7(), Landkreis.Now);
        ScanResult? result = null;
        if (
            await TryAsync(async () =>
            {
                result = (await Here.Events[Id].CheckInLists[list.Id!.Value].Scans.PostAsync(new() { Items = [scan] }))!.Items!.Single();
                if (result.Problem is { } problem)
                    throw new ProblemDetails
                    {
                        Status = StatusCodes.Status422UnprocessableEntity,
                        Title = problem.Title,
                        Detail = problem.Detail,
                    };
            })
        )
            GoTo(
                $"{Address(list.Id)[(Tenant.Length + 1)..]}&who={result!.RegistrationId}",
                result.Outcome == ScanOutcome.AlreadyCheckedIn ? "cameBefore" : "came"
            );
    }

    /// <summary>Somebody who came without a registration.</summary>
    public sealed class GuestForm
    {
        public string? Group { get; set; }
        public string? Name { get; set; }
        public string? Organisation { get; set; }
    }
}
