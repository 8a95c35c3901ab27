using Integrationskonzept.Identity;
using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.Identity.Clients;
using Integrationskonzept.Identity.Development;
using Integrationskonzept.Identity.SignIn;
using Integrationskonzept.Identity.Tenants;
using Integrationskonzept.Identity.Tokens;
using Integrationskonzept.ServiceDefaults;
using Integrationskonzept.ServiceDefaults.Messaging;

if (await ServiceHost.MigratesAsync<IdentityDb>(IdentityDb.Service, args)) return;

var builder = WebApplication.CreateBuilder(args);
builder.AddTenantService<IdentityDb>(IdentityDb.Service);
builder.AddMessaging(IdentityDb.Service);
builder.AddTokenServer();
builder.AddDevelopmentAccounts();
builder.Services.AddAccounts();
builder.Services.AddSignIn();

var app = builder.Build();
app.UseTenantService(IdentityDb.Service);
app.UseFormTargets();
app.MapTenants();
app.MapMembers();
app.MapClients();
app.MapTokenEndpoints();
app.MapSignIn();
await app.RunAsync();

namespace Integrationskonzept.Identity
{
    /// <summary>Entry point, public for tests.</summary>
    public partial class Program;
}
