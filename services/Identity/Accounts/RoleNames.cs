using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Identity.Accounts;

/// <summary>What people call roles.</summary>
static class RoleNames
{
    public static Text Of(string role) =>
        role switch
        {
            "coordinator" => new("WIR-Koordination", "coordination"),
            "editor" => new("Redaktion", "editors"),
            "moderator" => new("Moderation", "moderation"),
            "council-office" => new("Gremienbüro", "council office"),
            "participant" => new("Beteiligte", "participants"),
            "operator" => new("Betrieb der Plattform", "operation of the platform"),
            "check-in-helper" => new("Hilfe am Einlass", "help at the door"),
            _ => new(role, role),
        };
}
