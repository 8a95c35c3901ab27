using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Integrationskonzept.ServiceDefaults.Persons;

/// <summary>People's rights, in every service: to know what is kept of them, how long, and to be forgotten.</summary>
public static class PersonSetup
{
    /// <summary>A class of data that the service keeps of people.</summary>
    public static IServiceCollection AddPersonalData<T>(this IServiceCollection services)
        where T : class, IPersonalData => services.AddScoped<IPersonalData, T>();

    internal static void AddPersons(this IServiceCollection services, string service)
    {
        services.AddSingleton(new Receipts(service));
        services.AddSingleton<ErasedPersonMetrics>();
        services.AddScoped<PersonEraser>().AddScoped<EverywhereEraser>();
        services.AddPersonalData<RepeatedRequests>();
        services.AddHousekeeping<ErasedPersonHousekeeping>();
    }

    internal static void UseErasedPersons(this IApplicationBuilder app) => app.UseMiddleware<ErasedPersonMiddleware>();

    internal static void MapPersons(this IEndpointRouteBuilder app, string service)
    {
        app.MapMyData(service);
        app.MapRetention(service);
    }
}
