namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>The operator registers the three example Landkreise; doing it again changes nothing.</summary>
static class Tenants
{
    static readonly (string Slug, string Key, string Name, string Color)[] Examples =
    [
        (Walkthrough.Whole, "06533", "Landkreis Limburg-Weilburg", "#1f4e79"),
        (Walkthrough.Live, "06532", "Lahn-Dill-Kreis", "#7a2e1d"),
        (Walkthrough.Silent, "06436", "Main-Taunus-Kreis", "#22563c"),
    ];

    public static async Task RegisterAsync(Platform platform)
    {
        var known = (await platform.GetAsync(null, "/api/v1/tenants")).AsArray().Select(tenant => tenant!.Text("slug")).ToHashSet();
        foreach (var (slug, key, name, color) in Examples.Where(example => !known.Contains(example.Slug)))
        {
            await platform.PostAsync("platform.operator", "/api/v1/tenants", new
            {
                slug, districtKey = key,
                description = new
                {
                    name, centre = "WIR-Vielfaltszentrum", color,
                    committees = new[]
                    {
                        new { key = "kreistag", name = "Kreistag", authoritative = true }, new { key = "kreisausschuss", name = "Kreisausschuss", authoritative = false },
                        new { key = "integrationsbeirat", name = "Integrationsbeirat", authoritative = false },
                    },
                },
            });
            platform.Say($"{slug}: registered");
        }
        foreach (var (slug, _, _, _) in Examples)
            foreach (var resource in new[] { "papers", "plans", "topic-areas", "processes", "members" })
                await platform.UntilAsync($"{slug}.coordinator", $"/api/v1/{slug}/{resource}", _ => true, $"{resource} of {slug} can be reached");
    }
}
