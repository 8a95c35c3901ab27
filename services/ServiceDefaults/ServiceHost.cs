using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Health;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.OpenApi;
using Integrationskonzept.ServiceDefaults.Persons;
using Integrationskonzept.ServiceDefaults.Telemetry;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.ServiceDefaults.Validation;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integrationskonzept.ServiceDefaults;

/// <summary>What every service shares; its Program.cs says only what is its own.</summary>
public static class ServiceHost
{
    /// <summary>For every process: telemetry, health, discovery, resilience, problem details in two languages.</summary>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string service)
    {
        builder.AddTelemetry(service);
        builder.Services.AddSingleton<TimeProvider, DatabaseTime>();
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // umlauts stay letters in the pages' source
        builder.Services.AddHealth();
        builder.Services.AddHostedService<IdleMemory>();
        builder.Services.AddProblems();
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(http => http.AddServiceDiscovery());
        builder.Services.ConfigureHttpJsonOptions(options => JsonColumn.ConfigureRequests(options.SerializerOptions));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1; // every byte arrives, and is refused in words
        });
        return builder;
    }

    /// <summary>
    /// For a service with a database: tenancy, tokens, permissions, the API's description, and its <typeparamref name="TDb"/>.
    /// </summary>
    public static WebApplicationBuilder AddTenantService<TDb>(this WebApplicationBuilder builder, string service)
        where TDb : ServiceDb
    {
        builder.AddServiceDefaults(service);
        builder.AddBehindTheDoor();
        builder.AddTokenValidation();
        builder.Services.AddApiDescription().AddFieldRules();
        builder.Services.AddScoped<TenantContext>().AddScoped<TenantClock>().AddSingleton<TenantDirectory>().AddSingleton<OutboxSignal>();
        builder.Services.AddScoped<TenantConnectionInterceptor>();
        builder.Services.AddSingleton<Turns>().AddScoped<TurnOfScope>();
        builder.Services.AddDbContext<TDb>(
            (services, options) =>
                options
                    .UseDatabase(builder.Configuration.GetConnectionString(service))
                    .AddInterceptors(services.GetRequiredService<TenantConnectionInterceptor>())
        );
        builder.Services.AddScoped<ServiceDb>(services => services.GetRequiredService<TDb>());
        builder.Services.AddSingleton<WorkReport>().AddSingleton<WorkTools>();
        builder.Services.AddPersons(service);
        builder.Services.AddHostedService<RowLevelSecurityGuard>().AddHousekeeping<IdempotencyHousekeeping>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database").AddCheck<WorkReport>("recurring-work");
        return builder;
    }

    /// <summary>The options that service, migration step and design time share.</summary>
    public static DbContextOptionsBuilder UseDatabase(this DbContextOptionsBuilder options, string? connectionString) =>
        options
            .UseNpgsql(connectionString)
            .UseSnakeCaseNamingConvention()
            .ReplaceService<IMigrationsSqlGenerator, TenantIsolatingSqlGenerator>();

    /// <summary>The order of the request pipeline: language, errors, tenant, caller, rights, turns, idempotency.</summary>
    /// <param name="app">The service.</param>
    /// <param name="service">Its name.</param>
    /// <param name="beforeCaller">What looks at a request before anybody asks who sends it.</param>
    public static WebApplication UseTenantService(this WebApplication app, string service, Action<WebApplication>? beforeCaller = null)
    {
        app.UseForwardedHeaders();
        app.UseServiceDefaults();
        app.UseCookiePolicy(new() { Secure = CookieSecurePolicy.SameAsRequest }); // also those whose makers forget it
        app.UseReadableContent();
        app.UseRouting();
        app.UseMiddleware<TenantMiddleware>();
        beforeCaller?.Invoke(app);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseErasedPersons();
        app.UseMiddleware<TurnsMiddleware>();
        app.UseMiddleware<IdempotencyMiddleware>();
        app.MapMessagingOperations(service);
        app.MapHousekeepingOperations(service);
        app.MapPersons(service);
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        return app;
    }

    /// <summary>Language, errors and health, for every process.</summary>
    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = _ => true });
        app.UseStatusCodePages();
        app.UseHead();
        app.UseReadableHeads();
        app.MapHealth();
        return app;
    }

    /// <summary>
    /// With the argument <c>migrate</c>: brings the service's database up to date; true when that was all there was to do.
    /// </summary>
    public static Task<bool> MigratesAsync<TDb>(string service, string[] args)
        where TDb : ServiceDb => MigratesAsync(service, args, Open<TDb>);

    /// <summary>The same for a database of another kind.</summary>
    public static async Task<bool> MigratesAsync<TDb>(string service, string[] args, Func<string, TDb> open)
        where TDb : DbContext
    {
        if (args is not ["migrate", ..])
            return false;
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args[1..]).Build();
        using var logging = LoggerFactory.Create(builder => builder.AddJsonConsole());
        var log = logging.CreateLogger<DatabaseMigrator>();
        try
        {
            await new DatabaseMigrator(service, configuration, log).MigrateAsync(open, CancellationToken.None);
        }
        catch (Exception failure)
        {
            log.LogCritical(failure, "Database {Database} is not up to date", service);
            await Console.Error.WriteLineAsync(failure.Message); // the one sentence that ./run shows
            Environment.ExitCode = 1;
        }

        return true;
    }

    /// <summary>A context outside of the service: for the migration step and for the migration tools.</summary>
    public static TDb Open<TDb>(string connectionString)
        where TDb : ServiceDb =>
        (TDb)
            Activator.CreateInstance(
                typeof(TDb),
                new DbContextOptionsBuilder<TDb>().UseDatabase(connectionString).Options,
                new TenantContext(),
                new OutboxSignal()
            )!;
}
