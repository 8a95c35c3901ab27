using Integrationskonzept.Client.Api.V1.Item;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Frame;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Components;

namespace Integrationskonzept.Portal.Components;

/// <summary>A page of a Landkreis, for someone who has a role there.</summary>
public abstract class PortalPage : FormPage
{
    [Parameter]
    public string Tenant { get; set; } = "";

    [Inject]
    internal Landkreis Landkreis { get; set; } = null!;

    internal MembershipDto? Membership { get; private set; }

    /// <summary>The right without which the page is of no use; null where all who have a role may see it.</summary>
    protected virtual string? RequiredRight => null;

    internal WithTenantItemRequestBuilder Here => Api.Api.V1[Tenant];

    protected bool May(string permission) => Membership.May(permission);

    protected sealed override async Task OnInitializedAsync()
    {
        Membership = await Me.InAsync(Tenant);
        if (Membership is null)
        {
            Navigation.NotFound();
            return;
        }
        if (RequiredRight is { } right && !May(right))
            throw Forbidden();
        await Landkreis.LoadAsync(Tenant);
        await LoadAsync();
        IsReady = true;
    }

    /// <summary>To another page, or this one anew, which says what was done: a reload repeats nothing.</summary>
    protected void GoTo(string path, string? done = null) =>
        Navigation.NavigateTo($"{Tenant}/{path}{(done is null ? "" : $"{(path.Contains('?') ? '&' : '?')}done={done}")}");

    static ProblemDetails Forbidden() =>
        new()
        {
            Status = StatusCodes.Status403Forbidden,
            Type = "/problems/forbidden",
            Title = new Text("Dafür fehlt Ihnen die Rolle", "Your role does not allow this").ToString(),
            Detail = new Text(
                "Vielleicht wurde sie Ihnen inzwischen genommen. Wer Mitglieder verwaltet, kann sie Ihnen geben.",
                "Perhaps it was taken away meanwhile. Whoever manages the members can give it to you."
            ).ToString(),
        };
}
