using Integrationskonzept.Client.Api.V1.Operations;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.Operators;

/// <summary>A page for those who run the platform; for all others it is not there.</summary>
public abstract class OperatorPage : FormPage
{
    internal OperationsRequestBuilder Operations => Api.Api.V1.Operations;

    protected sealed override async Task OnInitializedAsync()
    {
        if ((await Me.AskAsync()).IsOperator != true)
        {
            Navigation.NotFound();
            return;
        }
        await LoadAsync();
        IsReady = true;
    }

    protected void GoTo(string path, string done) => Navigation.NavigateTo($"operators/{path}?done={done}");
}
