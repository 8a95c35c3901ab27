using Integrationskonzept.Walkthrough.Api;

namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>
/// A coordinator invites an editor and demands a second person for the next roles of staff. The mail is in the pickup folder.
/// </summary>
static class Members
{
    public static async Task InviteAsync(Process process)
    {
        var members = process.AsCoordinator.Members;
        await members.PostAsync(
            new()
            {
                UserName = $"redaktion@{process.Tenant}.example",
                Roles = ["editor"],
                Language = "de",
            }
        );
        var rules = await members.Rules.GetAsync();
        await members.Rules.PutAsync(new() { SecondPerson = true, SecondFactor = false }, Versions.Seen(rules!.Version));
        process.Say("an editor is invited by mail; from now on roles of staff need a second person");
    }
}
