using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Translations;

static class TranslationSetup
{
    const int MostOfAnswer = 1024 * 1024;

    public static void AddTranslations(this IServiceCollection services)
    {
        services
            .AddOptions<TranslationOptions>()
            .BindConfiguration(TranslationOptions.Section)
            .ValidateDataAnnotations()
            .Validate(options => options.IsUsable, "Translation:Endpoint is not an address of http or https.")
            .ValidateOnStart();
        services.AddSingleton<TranslationMetrics>().AddSingleton<IMachineTranslator, LibreTranslate>().AddScoped<Machine>();
        services
            .AddHttpClient(nameof(LibreTranslate), http => http.MaxResponseContentBufferSize = MostOfAnswer)
            .AddStandardResilienceHandler()
            .Configure(
                (resilience, provider) => BeDoneIn(provider.GetRequiredService<IOptions<TranslationOptions>>().Value.Timeout, resilience)
            );
    }

    /// <summary>A person waits: one more try, where the first failed at once. The limit of all together is the caller's to keep.</summary>
    static void BeDoneIn(TimeSpan limit, HttpStandardResilienceOptions resilience)
    {
        resilience.TotalRequestTimeout.Timeout = limit;
        resilience.AttemptTimeout.Timeout = limit;
        resilience.CircuitBreaker.SamplingDuration = 2 * limit + TimeSpan.FromSeconds(10);
        resilience.Retry.MaxRetryAttempts = 1;
        resilience.Retry.Delay = TimeSpan.FromMilliseconds(200);
    }
}
