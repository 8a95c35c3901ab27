using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Messaging;
using MassTransit;

namespace Integrationskonzept.Drafting.Conclusions;

/// <summary>A concluded topic area fills its chapter, when all parts of its results are here.</summary>
sealed class FillChapter(PartCollector parts, ConclusionTaker taker) : IConsumer<TopicAreaConcluded>
{
    public async Task Consume(ConsumeContext<TopicAreaConcluded> context)
    {
        if (await parts.CollectAsync(context.Message, context.CancellationToken) is { } all)
            await taker.TakeAsync(Whole(all), context.CancellationToken);
    }

    static TopicAreaConcluded Whole(IReadOnlyList<TopicAreaConcluded> parts) =>
        parts[0] with
        {
            Part = null,
            Needs = [.. parts.SelectMany(part => part.Needs)],
            Goals = [.. parts.SelectMany(part => part.Goals)],
            Measures = [.. parts.SelectMany(part => part.Measures)],
            Contributions = [.. parts.SelectMany(part => part.Contributions)],
        };
}

static class ConclusionSetup
{
    public static void AddConclusions(this IServiceCollection services) => services.AddScoped<ConclusionTaker>();

    public static void AddConclusionConsumers(this IBusRegistrationConfigurator bus) => bus.AddConsumer<FillChapter>();
}
