using Integrationskonzept.Client;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Components;
using Integrationskonzept.Portal.Api;
using Integrationskonzept.Portal.Frame;
using Integrationskonzept.Portal.SignIn;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Components;
using Microsoft.Kiota.Abstractions;

namespace Integrationskonzept.Portal.Components;

/// <summary>A page with forms: what is refused is shown at them, and an older version overwrites no newer one.</summary>
public abstract class FormPage : ComponentBase, IHandleEvent
{
    /// <summary>What was just done, by its key in <see cref="Done"/>.</summary>
    [SupplyParameterFromQuery(Name = "done")]
    public string? DoneKey { get; set; }

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    internal ApiClient Api { get; set; } = null!;

    [Inject]
    internal Me Me { get; set; } = null!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = null!;

    /// <summary>What was wrong with the form that was sent.</summary>
    protected FormProblem? Problem { get; private set; }

    /// <summary>True once all is there that the page shows.</summary>
    protected bool IsReady { get; private protected set; }

    /// <summary>What the API refused because somebody else had saved meanwhile.</summary>
    protected bool IsOutdated => Problem is not null && Http.Response.StatusCode == StatusCodes.Status412PreconditionFailed;

    protected bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    /// <summary>Reads what the page shows; what the API refuses becomes a page of its own.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    /// <summary>Does what a form asked for. What is refused is shown at the form, with all that was typed.</summary>
    protected async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            if (Http.Request.Form["kept"] is [{ } kept])
                await Http.RequestServices.GetRequiredService<KeptForms>().ForgetAsync(kept, CancellationToken.None);
            return true;
        }
        catch (ProblemDetails problem)
        {
            Problem = FormProblems.Of(problem);
            Http.Response.StatusCode = problem.Status ?? StatusCodes.Status422UnprocessableEntity;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or ApiException)
        {
            Problem = new(
                new Text("Gerade nicht erreichbar", "Not available right now").ToString(),
                ApiAway.Detail.ToString(),
                FormProblems.None
            );
            Http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        return false;
    }

    /// <summary>What a form asks for is done here, so that every page shows what could not be read in it.</summary>
    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        try
        {
            await item.InvokeAsync(arg);
        }
        catch (Unreadable unreadable)
        {
            var says = unreadable.Says.ToString();
            Problem = new(
                new Text("Eingabe nicht lesbar", "Input can't be read").ToString(),
                says,
                new Dictionary<string, string> { [unreadable.Api] = says }
            );
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        StateHasChanged();
    }

    /// <summary>What there may not be: null where the API says 404.</summary>
    protected static async Task<T?> FindAsync<T>(Func<Task<T?>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (ProblemDetails problem) when (problem.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    /// <summary>For what was not there yet.</summary>
    internal static void New(RequestConfiguration<DefaultQueryParameters> request) => request.Headers.Add("If-None-Match", "*");

    /// <summary>For updates: the version that the person has seen.</summary>
    internal static Action<RequestConfiguration<DefaultQueryParameters>> Seen(int version) =>
        request => request.Headers.Add("If-Match", $"\"{version}\"");

    /// <summary>For what begins with version 0, before anybody has set it.</summary>
    internal static Action<RequestConfiguration<DefaultQueryParameters>> SeenOrNew(int version) => version == 0 ? New : Seen(version);
}
