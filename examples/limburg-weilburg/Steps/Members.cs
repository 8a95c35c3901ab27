namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>
/// A coordinator invites an editor and demands a second person for the next roles of staff. The mail is in the pickup folder.
/// </summary>
static class Members
{
    public static async Task InviteAsync(Process process)
    {
        var members = $"{process.Api}/members";
        await process.Platform.PostAsync(
            process.Coordinator,
            members,
            new
            {
                userName = $"redaktion@{process.Tenant}.example",
                roles = new[] { "editor" },
                language = "de",
            }
        );
        var rules = await process.Platform.GetAsync(process.Coordinator, $"{members}/rules");
        await process.Platform.PutAsync(
            process.Coordinator,
            $"{members}/rules",
            new { secondPerson = true, secondFactor = false },
            rules.Version()
        );
        process.Say("an editor is invited by mail; from now on roles of staff need a second person");
    }
}
