namespace Integrationskonzept.ServiceDefaults.Tenancy;

/// <summary>The Landkreis that the current request or message is for; set once, at the edge.</summary>
public sealed class TenantContext
{
    /// <summary>In whose name is told and kept what is no Landkreis' own; no Landkreis has this slug.</summary>
    public const string OfNoLandkreis = "platform";

    /// <summary>Slug, or null outside of any tenant.</summary>
    public string? Slug { get; private set; }

    /// <summary>Slug of the tenant that must be there.</summary>
    public string Required => Slug ?? throw new InvalidOperationException("This code runs outside of any tenant.");

    /// <summary>Sets the tenant; a scope never changes it.</summary>
    public void Enter(string slug)
    {
        if (Slug is not null && Slug != slug)
            throw new InvalidOperationException($"The scope belongs to {Slug} and can't become {slug}'s.");
        Slug = slug;
    }
}
