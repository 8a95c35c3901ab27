using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Translations;

/// <summary>Gives a contribution to the machine: not more than is agreed, and counted.</summary>
sealed class Machine(
    IMachineTranslator translator,
    IOptions<TranslationOptions> options,
    TranslationMetrics metrics,
    TenantContext tenant,
    TimeProvider time
)
{
    public bool IsOn => translator.IsOn;

    public async Task<TranslatedWords> TranslateAsync(Contribution of, string into, CancellationToken ct)
    {
        var most = options.Value.MaxCharacters;
        if (of.Text.Length + (of.Title?.Length ?? 0) > most)
            throw new TooLongForMachine(most);
        string[] texts = of.Title is { } title ? [of.Text, title] : [of.Text];
        var begun = time.GetTimestamp();
        try
        {
            var translated = await translator.TranslateAsync(texts, of.Language, into, ct);
            var words = new TranslatedWords(translated.Skip(1).FirstOrDefault()?.Trim(), translated[0].Trim());
            if (words.Text.Length > ContributionTranslation.MostOfText || words.Title?.Length > ContributionTranslation.MostOfTitle)
                throw new MachineTranslationUnavailable(MachineFailure.NoTranslation);
            metrics.Made(tenant.Required, into, time.GetElapsedTime(begun));
            return words;
        }
        catch (MachineTranslationUnavailable failed)
        {
            metrics.Failed(tenant.Required, into, failed.Failure, time.GetElapsedTime(begun));
            throw;
        }
        catch (MachineLanguageUnknown)
        {
            metrics.LanguageUnknown(tenant.Required, into, time.GetElapsedTime(begun));
            throw;
        }
    }
}
