using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Identity.Tenants;

/// <summary>Slug or district key is taken.</summary>
public sealed class TenantExists(string slug)
    : ConflictProblem(
        "tenant-exists",
        new(
            $"Einen Landkreis „{slug}“ oder einen mit diesem Schlüssel (AGS) gibt es schon.",
            $"There is a Landkreis \"{slug}\", or one with this district key (AGS), already."
        )
    );

/// <summary>The slug would hide an address of the platform.</summary>
public sealed class SlugReserved(string slug)
    : InvalidFieldProblem(
        "slug",
        new(
            $"„{slug}“ ist eine Adresse der Plattform. Nehmen Sie den Namen des Landkreises.",
            $"\"{slug}\" is an address of the platform. Use the Landkreis' name."
        )
    );

/// <summary>Not exactly one organization is authoritative.</summary>
public sealed class OneAuthoritativeOrganization()
    : InvalidFieldProblem(
        "organizations",
        new("Genau ein Gremium entscheidet verbindlich (der Kreistag).", "Exactly one organization is authoritative (the Kreistag).")
    );

/// <summary>Two organizations with one key.</summary>
public sealed class OrganizationKeysRepeat()
    : InvalidFieldProblem(
        "organizations",
        new("Jedes Gremium braucht einen eigenen Schlüssel.", "Each organization needs a key of its own.")
    );

/// <summary>No such time zone.</summary>
public sealed class TimeZoneUnknown(string zone)
    : InvalidFieldProblem(
        "timeZone",
        new(
            $"Die Zeitzone „{zone}“ gibt es nicht; gemeint ist ein IANA-Name wie Europe/Berlin.",
            $"There is no time zone \"{zone}\"; use an IANA name such as Europe/Berlin."
        )
    );

/// <summary>People could not read it.</summary>
public sealed class ColorTooPale(string color)
    : InvalidFieldProblem(
        "color",
        new(
            $"{color} ist zu hell: Der Kontrast zu Weiß muss mindestens 4,5:1 sein.",
            $"{color} is too pale: its contrast with white must be at least 4.5:1."
        )
    );
