using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integrationskonzept.ServiceDefaults.Data;

/// <summary>A key that protects what a service signs or hides: cookies, links, secrets.</summary>
public sealed class ProtectionKey
{
    public int Id { get; init; }
    public required string Xml { get; init; }
}

/// <summary>Data protection whose keys are in the service's database, encrypted, so that every process reads what another wrote.</summary>
public static class ProtectionKeys
{
    public static void AddProtectionKeys(this WebApplicationBuilder builder, string service) =>
        builder.AddProtectionKeys<ServiceDb>(service);

    /// <summary>The same in a database of another kind.</summary>
    public static void AddProtectionKeys<TDb>(this WebApplicationBuilder builder, string service)
        where TDb : DbContext
    {
        var cipher = new ProtectionKeyCipher(builder.Configuration); // a missing key stops the start
        builder.Services.AddSingleton<DatabaseKeyRing<TDb>>();
        builder.Services.AddDataProtection().SetApplicationName(service);
        builder
            .Services.AddOptions<KeyManagementOptions>()
            .Configure<DatabaseKeyRing<TDb>>((options, ring) => (options.XmlRepository, options.XmlEncryptor) = (ring, cipher));
    }

    public static void AddProtectionKeys(this ModelBuilder model) => model.Entity<ProtectionKey>().ToTable("protection_keys");

    sealed class DatabaseKeyRing<TDb>(IServiceScopeFactory scopes) : IXmlRepository
        where TDb : DbContext
    {
        public IReadOnlyCollection<XElement> GetAllElements()
        {
            using var scope = scopes.CreateScope();
            return
            [
                .. scope
                    .ServiceProvider.GetRequiredService<TDb>()
                    .Set<ProtectionKey>()
                    .AsNoTracking()
                    .ToList()
                    .Select(key => XElement.Parse(key.Xml)),
            ];
        }

        public void StoreElement(XElement element, string friendlyName)
        {
            using var scope = scopes.CreateScope();
            var xml = element.ToString(SaveOptions.DisableFormatting);
            scope.ServiceProvider.GetRequiredService<TDb>().Database.ExecuteSql($"insert into protection_keys (xml) values ({xml})");
        }
    }
}
