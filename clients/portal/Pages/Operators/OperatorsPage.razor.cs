using System.Globalization;
using Integrationskonzept.Client;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Components;
using Integrationskonzept.Portal.Api;
using Integrationskonzept.Portal.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.Kiota.Abstractions;

namespace Integrationskonzept.Portal.Pages.Operators;

/// <summary>For those who run the platform; they see no content of a Landkreis.</summary>
public partial class OperatorsPage : ComponentBase
{
    MeDto me = new();
    List<TenantDto> tenants = [];
    List<(string Service, MessagingState? State)> states = [];

    [SupplyParameterFromQuery(Name = "done")]
    public string? DoneKey { get; set; }

    [SupplyParameterFromForm]
    public string? Do { get; set; }

    [SupplyParameterFromForm]
    public TenantForm? Form { get; set; }

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    internal ApiClient Api { get; set; } = null!;

    [Inject]
    internal Me Me { get; set; } = null!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = null!;

    FormProblem? Problem { get; set; }

    protected override async Task OnInitializedAsync()
    {
        me = await Me.AskAsync();
        if (me.IsOperator != true)
        {
            Navigation.NotFound();
            return;
        }
        tenants = (await Api.Api.V1.Tenants.GetAsync())!;
        var operations = Api.Api.V1.Operations;
        states =
        [
            .. await Task.WhenAll(
                StateAsync("identity", () => operations.Identity.Messages.GetAsync()),
                StateAsync("drafting", () => operations.Drafting.Messages.GetAsync()),
                StateAsync("scheduling", () => operations.Scheduling.Messages.GetAsync()),
                StateAsync("participation", () => operations.Participation.Messages.GetAsync()),
                StateAsync("publication", () => operations.Publication.Messages.GetAsync())
            ),
        ];
    }

    /// <summary>One that does not answer hides no other.</summary>
    static async Task<(string, MessagingState?)> StateAsync(string service, Func<Task<MessagingState?>> ask)
    {
        try
        {
            return (service, await ask());
        }
        catch (Exception failure) when (failure is ApiException or HttpRequestException or TaskCanceledException)
        {
            return (service, null);
        }
    }

    async Task RedriveAsync()
    {
        var operations = Api.Api.V1.Operations;
        await ActAsync(() =>
            Do switch
            {
                "identity" => operations.Identity.Messages.Redrive.PostAsync(new()),
                "drafting" => operations.Drafting.Messages.Redrive.PostAsync(new()),
                "scheduling" => operations.Scheduling.Messages.Redrive.PostAsync(new()),
                "participation" => operations.Participation.Messages.Redrive.PostAsync(new()),
                _ => operations.Publication.Messages.Redrive.PostAsync(new()),
            }
        );
    }

    async Task RegisterAsync()
    {
        await ActAsync(async () =>
        {
            await Api.Api.V1.Tenants.PostAsync(Form!.ToRegistration());
            if (Form.Coordinator.OrNull() is { } coordinator)
                await Api.Api.V1.Tenants[Form.Slug!].Coordinators.PostAsync(new() { UserName = coordinator, Language = "de" });
        });
    }

    async Task ActAsync(Func<Task> act)
    {
        try
        {
            await act();
            Navigation.NavigateTo("operators?done=saved");
        }
        catch (ProblemDetails problem)
        {
            Problem = FormProblems.Of(problem);
            Http.Response.StatusCode = problem.Status ?? StatusCodes.Status422UnprocessableEntity;
        }
    }

    /// <summary>A Landkreis as it is registered.</summary>
    public sealed class TenantForm
    {
        public string? Name { get; set; }
        public string? Slug { get; set; }
        public string? DistrictKey { get; set; }
        public string? Centre { get; set; }
        public string? Council { get; set; }
        public string? Others { get; set; }
        public string? Color { get; set; }
        public string? Coordinator { get; set; }

        internal RegisterTenant ToRegistration() =>
            new()
            {
                Slug = Slug ?? "",
                DistrictKey = DistrictKey ?? "",
                Description = new()
                {
                    Name = Name ?? "",
                    Centre = Centre ?? "",
                    Color = Color.OrNull(),
                    Organizations =
                    [
                        Organization(Council, authoritative: true),
                        .. (Others ?? "")
                            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                            .Select(name => Organization(name, authoritative: false)),
                    ],
                },
            };

        static Organization Organization(string? name, bool authoritative) =>
            new()
            {
                Key = string.Concat(
                        (name ?? "")
                            .ToLower(CultureInfo.InvariantCulture)
                            .Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')
                    )
                    .Trim('-'),
                Name = name ?? "",
                Authoritative = authoritative,
            };
    }
}
