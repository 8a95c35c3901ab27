using Integrationskonzept.Components;
using Integrationskonzept.Identity;
using Integrationskonzept.Identity.Clients;
using Integrationskonzept.Identity.Development;
using Integrationskonzept.Identity.Erasure;
using Integrationskonzept.Identity.Mails;
using Integrationskonzept.Identity.Me;
using Integrationskonzept.Identity.Members;
using Integrationskonzept.Identity.Operators;
using Integrationskonzept.Identity.Pages;
using Integrationskonzept.Identity.SecondFactors;
using Integrationskonzept.Identity.SignIn;
using Integrationskonzept.Identity.Tenants;
using Integrationskonzept.Identity.Tokens;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.ServiceDefaults;
using Integrationskonzept.ServiceDefaults.Messaging;

if (await ServiceHost.MigratesAsync<IdentityDb>(IdentityDb.Service, args))
    return;

var builder = WebApplication.CreateBuilder(args);
builder.AddTenantService<IdentityDb>(IdentityDb.Service);
builder.AddMessaging(IdentityDb.Service, bus => bus.AddConsumer<ReceiptConsumer>());
builder.AddTokenServer();
builder.AddDevelopmentAccounts();
builder.Services.AddHostedService<PortalClient>();
builder.AddOperators();
builder.AddAccountMails();
builder.Services.AddKern();
builder.AddSignIn();
builder.Services.AddMembers();
builder.Services.AddSecondFactors();
builder.AddErasure();

var app = builder.Build();
app.UseKern();
app.UseTenantService(IdentityDb.Service, beforeCaller: TokenLimits.UseTokenLimits);
app.UseFormTargets();
app.MapTenants();
app.MapMembers();
app.MapInvitations();
app.MapMemberRules();
app.MapOwnDescription();
app.MapGrants();
app.MapClients();
app.MapMe();
app.MapTokenEndpoints();
app.MapMailOperations(IdentityDb.Service);
app.MapErasureOperations();
app.MapKern("/account");
var account = app.MapAccountPages();
account.MapSignIn();
account.MapAcceptance();
account.MapPasswords();
account.MapOneTimeCodes();
account.MapCodeSetUp();
account.MapPasskeys();
account.MapErasure();
await app.RunAsync();

namespace Integrationskonzept.Identity
{
    /// <summary>Entry point, public for tests.</summary>
    public partial class Program;
}
