using Integrationskonzept.Client.Models;
using Microsoft.Kiota.Abstractions;

namespace Integrationskonzept.Walkthrough.Api;

static class Problems
{
    /// <summary>What the API refused, and why. What is not of the API, as an answer of a proxy, has no problem details.</summary>
    public static string Tell(this ApiException failure) =>
        failure is ProblemDetails problem ? $"{problem.Status} {problem.Title}: {problem.Detail}" : failure.Message;
}
