using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.Tokens;

/// <summary>A key that protects cookies and invitations.</summary>
public sealed class ProtectionKey
{
    public int Id { get; init; }
    public required string Xml { get; init; }
}

/// <summary>The key ring in the database, so that every process reads what another wrote.</summary>
sealed class DatabaseKeyRing(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<IdentityDb>().ProtectionKeys.AsNoTracking().ToList().Select(key => XElement.Parse(key.Xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var xml = element.ToString(SaveOptions.DisableFormatting);
        scope.ServiceProvider.GetRequiredService<IdentityDb>().Database.ExecuteSql($"insert into protection_keys (xml) values ({xml})");
    }
}
