using Integrationskonzept.Contracts;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Publication.Tests;

public sealed class When_people_look_for_an_event(PublicationService service)
{
    static readonly DateOnly TheDay = Coming.Day(100);

    async Task<(string Tenant, EventDetails Event)> AnEventAsync(Func<EventDetails, EventDetails>? but = null)
    {
        var tenant = await service.NewTenantAsync();
        var mandate = Given.Mandate(tenant);
        var start = TheDay.InBerlin(9);
        var details = new EventDetails(
            Guid.CreateVersion7(),
            EventKind.Workshop,
            "Workshop Bildung",
            "bildung",
            start,
            start.AddHours(4),
            "Kreishaus"
        )
        {
            Confirmed = true,
            Mode = EventMode.Hybrid,
            Description = "Wir sammeln <b>Bedarfe</b>.",
            Agenda = [new("Begrüßung", 30, "Landrat"), new("Gruppen", 90)],
            Access = new() { Interpreters = ["ar", "gsg"], StepFree = true },
            Registration = new(new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero), start.AddDays(-1), 80),
        };
        details = (but ?? (same => same))(details);
        await service.Bus.PublishAsync(mandate);
        await service.Bus.PublishAsync(
            new EventChanged
            {
                Tenant = tenant,
                AggregateId = details.EventId,
                Version = 2,
                OccurredAt = mandate.OccurredAt,
                MandateId = mandate.AggregateId,
                Event = details,
            }
        );
        await Eventually.TrueAsync(
            async () => (await service.Client(null).GetAsync($"/{tenant}/events/{details.EventId}")).IsSuccessStatusCode,
            "the event has a page"
        );
        return (tenant, details);
    }

    [Fact]
    public async Task Its_page_says_when_where_what_and_for_whom()
    {
        var (tenant, row) = await AnEventAsync();
        var html = await service.Client(null).GetStringAsync($"/{tenant}/events/{row.EventId}");
        foreach (
            var words in new[]
            {
                $"{TheDay.In("de")}, 09:00–13:00",
                "vor Ort und online",
                "bestätigt",
                "<time>09:30</time>",
                "Begrüßung (Landrat)",
                "Arabisch",
                "Deutsche Gebärdensprache",
                "80 Plätze",
                "&lt;b&gt;",
            }
        )
            System.Net.WebUtility.HtmlDecode(html).ShouldContain(System.Net.WebUtility.HtmlDecode(words));
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<b>Bedarfe");
        html.ShouldContain($"/{tenant}/events/{row.EventId}/registration");
        (await service.Client(null).GetStringAsync($"/{tenant}")).ShouldContain($"/{tenant}/events/{row.EventId}");
    }

    [Fact]
    public async Task Nobody_is_asked_to_register_where_one_can_not()
    {
        var (tenant, row) = await AnEventAsync(details =>
            details with
            {
                Registration = details.Registration! with { ClosesAt = new(2023, 1, 1, 0, 0, 0, TimeSpan.Zero) },
            }
        );
        (await service.Client(null).GetStringAsync($"/{tenant}/events/{row.EventId}")).ShouldNotContain("/registration");
    }

    [Fact]
    public async Task The_page_for_registering_has_no_token_but_a_script_and_says_what_to_do_without_it()
    {
        var (tenant, row) = await AnEventAsync();
        var html = await service.Client(null).GetStringAsync($"/{tenant}/events/{row.EventId}/registration");
        html.ShouldContain("src=\"/_site/registration.js\"");
        html.ShouldContain("<noscript>");
        (await service.Client(null).GetAsync("/_site/registration.js")).Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
    }

    [Fact]
    public async Task Another_landkreis_has_no_such_event()
    {
        var (_, row) = await AnEventAsync();
        var other = await service.NewTenantAsync();
        ((int)(await service.Client(null).GetAsync($"/{other}/events/{row.EventId}")).StatusCode).ShouldBe(404);
        ((int)(await service.Client(null).GetAsync($"/{other}/events/{row.EventId}/registration")).StatusCode).ShouldBe(404);
    }
}
