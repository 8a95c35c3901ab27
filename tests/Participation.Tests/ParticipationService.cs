using Integrationskonzept.Participation.Tests;
using Integrationskonzept.Testing;

[assembly: AssemblyFixture(typeof(ParticipationService))]

namespace Integrationskonzept.Participation.Tests;

public sealed class ParticipationService() : ServiceUnderTest<Participation.Program, ParticipationDb>("participation")
{
    readonly DirectoryInfo pickup = Directory.CreateTempSubdirectory("mails-");
    RenderingDouble? rendering;
    TranslationServer? translations;

    public TranslationServer Translations => translations!;

    public Mailbox Mails => field ??= new(pickup.FullName);

    public override async ValueTask InitializeAsync()
    {
        rendering = await RenderingDouble.StartAsync();
        Settings["Mail:PickupFolder"] = pickup.FullName;
        Settings["Answers:GatherFor"] = "00:00:01";
        translations = await TranslationServer.StartAsync();
        Settings["Translation:Endpoint"] = translations.Url;
        Settings["Translation:ApiKey"] = TranslationServer.Key;
        Settings["Translation:MaxCharacters"] = "3000";
        Settings["services:rendering:http:0"] = rendering.Url;
        Settings["TopicAreas:LookEvery"] = "00:00:00.2";
        Settings["Surveys:LookEvery"] = "00:00:00.2";
        Settings["Moderation:LookEvery"] = "00:00:01";
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (rendering is not null)
            await rendering.DisposeAsync();
        if (translations is not null)
            await translations.DisposeAsync();
        pickup.Delete(recursive: true);
    }
}
