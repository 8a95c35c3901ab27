using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;
using Integrationskonzept.Portal.Frame;
using Microsoft.AspNetCore.Components;

namespace Integrationskonzept.Portal.Pages.Operators;

/// <summary>For those who run the platform; they see no content of a Landkreis.</summary>
public partial class OperatorsPage : FormPage
{
    MeDto me = new();
    List<TenantDto> tenants = [];
    List<(string Service, MessagingState? State)> states = [];

    [SupplyParameterFromForm]
    public string? Do { get; set; }

    [SupplyParameterFromForm]
    public TenantForm? Form { get; set; }

    [SupplyParameterFromForm]
    public InvitationForm? Invitation { get; set; }

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
        IsReady = true;
    }

    /// <summary>One that does not answer hides no other.</summary>
    static async Task<(string, MessagingState?)> StateAsync(string service, Func<Task<MessagingState?>> ask)
    {
        try
        {
            return (service, await ask());
        }
        catch (Exception failure) when (ApiAway.Is(failure))
        {
            return (service, null);
        }
    }

    async Task RedriveAsync()
    {
        var operations = Api.Api.V1.Operations;
        Func<Task>? asked = Do switch
        {
            "identity" => () => operations.Identity.Messages.Redrive.PostAsync(new()),
            "drafting" => () => operations.Drafting.Messages.Redrive.PostAsync(new()),
            "scheduling" => () => operations.Scheduling.Messages.Redrive.PostAsync(new()),
            "participation" => () => operations.Participation.Messages.Redrive.PostAsync(new()),
            "publication" => () => operations.Publication.Messages.Redrive.PostAsync(new()),
            _ => null,
        };
        if (asked is not null && await TryAsync(asked))
            Navigation.NavigateTo("operators?done=saved");
    }

    /// <summary>The Landkreis stands even where its coordinator can't be invited: that is said, and can be done again by itself.</summary>
    async Task RegisterAsync()
    {
        var form = Form!;
        if (!await TryAsync(() => Api.Api.V1.Tenants.PostAsync(form.ToRegistration())))
            return;
        if (form.Coordinator.OrNull() is not { } coordinator)
            Navigation.NavigateTo("operators?done=landkreis");
        else if (await TryAsync(() => AskAsync(form.Slug!, coordinator)))
            Navigation.NavigateTo("operators?done=landkreis-invited");
        else
            Navigation.NavigateTo("operators?done=landkreis-not-invited");
    }

    async Task InviteAsync()
    {
        if (await TryAsync(() => AskAsync(Invitation!.Slug ?? "", Invitation.UserName ?? "")))
            Navigation.NavigateTo("operators?done=invited");
    }

    Task<InvitationDto?> AskAsync(string tenant, string userName) =>
        Api.Api.V1.Tenants[tenant].Coordinators.PostAsync(new() { UserName = userName, Language = "de" });

    public sealed class InvitationForm
    {
        public string? Slug { get; set; }
        public string? UserName { get; set; }
    }
}
