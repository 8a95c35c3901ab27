using Integrationskonzept.Client.Models;

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
        var known = (await platform.Anonymous.Api.V1.Tenants.GetAsync())!.Exists(tenant => tenant.Slug == slug);
        if (!known)
        {
            await platform.Operator.Api.V1.Tenants.PostAsync(
                new()
                {
                    Slug = slug,
                    DistrictKey = key,
                    Description = Describe(name, color),
                }
            );
            platform.Say($"{slug}: registered");
        }

        // Every service learns of it by a message; nobody has to be restarted.
        var landkreis = platform.As($"{slug}.coordinator").Api.V1[slug];
        await ReachAsync(() => landkreis.Papers.GetAsync(), "papers");
        await ReachAsync(() => landkreis.Plans.GetAsync(), "plans");
        await ReachAsync(() => landkreis.TopicAreas.GetAsync(), "topic-areas");
        await ReachAsync(() => landkreis.Processes.GetAsync(), "processes");
        await ReachAsync(() => landkreis.Members.GetAsync(), "members");

        Task ReachAsync<T>(Func<Task<T?>> ask, string resource)
            where T : class => Platform.UntilAsync(ask, _ => true, $"{resource} of {slug} can be reached");
    }

    static TenantDescription Describe(string name, string color) =>
        new()
        {
            Name = name,
            Centre = "WIR-Vielfaltszentrum",
            Color = color,
            Organizations =
            [
                Organization("kreistag", "Kreistag", isAuthoritative: true),
                Organization("kreisausschuss", "Kreisausschuss"),
                Organization("integrationsbeirat", "Integrationsbeirat"),
            ],
        };

    static Organization Organization(string key, string name, bool isAuthoritative = false) =>
        new()
        {
            Key = key,
            Name = name,
            Authoritative = isAuthoritative,
        };
}
