using System.Diagnostics.Metrics;

namespace Integrationskonzept.Participation.Translations;

/// <summary>What operators see of the machine that translates; never what it was given.</summary>
sealed class TranslationMetrics
{
    readonly Counter<long> translations;
    readonly Histogram<double> duration;

    public TranslationMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Integrationskonzept.Translations");
        translations = meter.CreateCounter<long>("translations.machine", description: "Translations that a machine was asked for");
        duration = meter.CreateHistogram<double>("translations.machine.duration", "s", "Until it had answered");
    }

    public void Made(string tenant, string into, TimeSpan took) => Count(tenant, into, "Made", took);

    public void LanguageUnknown(string tenant, string into, TimeSpan took) => Count(tenant, into, "LanguageUnknown", took);

    public void Failed(string tenant, string into, MachineFailure failure, TimeSpan took) => Count(tenant, into, failure.ToString(), took);

    void Count(string tenant, string into, string outcome, TimeSpan took)
    {
        translations.Add(1, new("tenant", tenant), new("language", into), new("outcome", outcome));
        duration.Record(took.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
    }
}
