using System.Security.Cryptography;
using Microsoft.Kiota.Abstractions;

namespace Integrationskonzept.Walkthrough.Api;

/// <summary>Who has no account is known by what their browser keeps.</summary>
static class Browsers
{
    public static void New(RequestConfiguration<DefaultQueryParameters> request) =>
        request.Headers.Add("Participant-Key", Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
}
