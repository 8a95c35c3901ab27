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
        foreach (var (slug, key, name, color) in Examples)
            await RegisterAsync(platform, slug, key, name, color);
    }

    public static async Task RegisterAsync(Platform platform, string slug, string key, string name, string color)
    {
        var known = (await platform.GetAsync(null, "/api/v1/tenants")).AsArray().Any(tenant => tenant!.Text("slug") == slug);
        if (!known)
        {
            await platform.PostAsync(
                "platform.operator",
                "/api/v1/tenants",
                new
                {
                    slug,
                    districtKey = key,
                    description = Describe(name, color),
                }
            );
            platform.Say($"{slug}: registered");
        }
        // Every service learns of it by a message; nobody has to be restarted.
        foreach (var resource in new[] { "papers", "plans", "topic-areas", "processes", "members" })
            await platform.UntilAsync(
                $"{slug}.coordinator",
                $"/api/v1/{slug}/{resource}",
                _ => true,
                $"{resource} of {slug} can be reached"
            );
    }

    static object Describe(string name, string color) =>
        new
        {
            name,
            centre = "WIR-Vielfaltszentrum",
            color,
            organizations = new[]
            {
                new
                {
                    key = "kreistag",
                    name = "Kreistag",
                    authoritative = true,
                },
                new
                {
                    key = "kreisausschuss",
                    name = "Kreisausschuss",
                    authoritative = false,
                },
                new
                {
                    key = "integrationsbeirat",
                    name = "Integrationsbeirat",
                    authoritative = false,
                },
            },
        };
}
