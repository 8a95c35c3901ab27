using Integrationskonzept.Client.Api.V1.Item;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Frame;
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
        await Landkreis.LoadAsync(Tenant);
        await LoadAsync();
        IsReady = true;
    }

    /// <summary>To another page, or this one anew, which says what was done: a reload repeats nothing.</summary>
    protected void GoTo(string path, string? done = null) =>
        Navigation.NavigateTo($"{Tenant}/{path}{(done is null ? "" : $"{(path.Contains('?') ? '&' : '?')}done={done}")}");
}
