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

    /// <summary>Somebody else has saved since the form was opened.</summary>
    protected bool IsChangedMeanwhile => Http.Response.StatusCode == StatusCodes.Status412PreconditionFailed;

    /// <summary>True once all is there that the page shows.</summary>
    protected bool IsReady { get; private protected set; }

    /// <summary>
    /// The version that a form is sent with: the one that was seen when it was opened; after a conflict, which shows both versions, the
    /// one that is shown, so that a second try can succeed.
    /// </summary>
    protected int? Seeing(int? form, int? now) => IsChangedMeanwhile ? now : form;

    /// <summary>The frame around a page renders it anew when it has asked who is there: a page of which half is loaded waits.</summary>
    protected override bool ShouldRender() => IsReady;

    /// <summary>Reads what the page shows; what the API refuses becomes a page of its own.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    /// <summary>Does what a form asked for. A session that has ended leads to the sign-in, which keeps the form.</summary>
    protected async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (ProblemDetails again) when (again.Type == "/problems/idempotency-key-reused")
        {
            Show(FirstTry, again.Status ?? StatusCodes.Status422UnprocessableEntity);
            return false;
        }
        catch (ProblemDetails problem) when (problem.Status != StatusCodes.Status401Unauthorized)
        {
            Show(FormProblems.Of(problem), problem.Status ?? StatusCodes.Status422UnprocessableEntity);
            return false;
        }
        catch (Exception failure) when (ApiAway.Is(failure))
        {
            Show(
                new(
                    new Text("Gerade nicht erreichbar", "Not available right now").ToString(),
                    ApiAway.Detail.ToString(),
                    FormProblems.None
                ),
                StatusCodes.Status503ServiceUnavailable
            );
            return false;
        }
        if (Http.Request.Form["kept"] is [{ } kept])
            await Http.RequestServices.GetRequiredService<KeptForms>().ForgetAsync(Http, kept, CancellationToken.None);
        return true;
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
            Show(
                new(
                    new Text("Eingabe nicht lesbar", "Input can't be read").ToString(),
                    says,
                    new Dictionary<string, string> { [unreadable.Api] = says }
                ),
                StatusCodes.Status422UnprocessableEntity
            );
        }
        StateHasChanged();
    }

    /// <summary>What there may not be: null where the API says 404.</summary>
    internal static async Task<T?> FindAsync<T>(Func<Task<T?>> ask)
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

    /// <summary>What a page can do without: null where the service does not answer.</summary>
    protected static async Task<T?> UnlessAwayAsync<T>(Func<Task<T?>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (Exception failure) when (ApiAway.Is(failure))
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

    void Show(FormProblem problem, int status) => (Problem, Http.Response.StatusCode) = (problem, status);

    static FormProblem FirstTry =>
        new(
            new Text("Schon ausgeführt", "Done already").ToString(),
            new Text(
                "Ihr erster Versuch ist doch angekommen. Unten steht, was Sie danach geändert haben: Sehen Sie nach, was jetzt gilt, "
                    + "bevor Sie es noch einmal senden.",
                "Your first try did arrive. Below is what you changed after it: look at what is in force now before you send it once more."
            ).ToString(),
            FormProblems.None
        );
}
