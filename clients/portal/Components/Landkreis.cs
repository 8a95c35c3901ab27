using System.Globalization;
using Integrationskonzept.Client;
using Integrationskonzept.Client.Models;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.Kiota.Abstractions;

namespace Integrationskonzept.Portal.Components;

/// <summary>The Landkreis of the page: its name and the zone in which its times are told.</summary>
sealed class Landkreis(ApiClient api, TimeProvider time)
{
    TimeZoneInfo zone = TimeZoneInfo.Utc;

    public TenantDto Description { get; private set; } = new();

    /// <summary>In dates of the language, never in the order of another country.</summary>
    static CultureInfo Culture =>
        Translations.Language is { } further && !further.StartsWith("de", StringComparison.Ordinal) ? CultureInfo.GetCultureInfo(further)
        : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? British
        : German;

    static readonly CultureInfo German = new("de-DE"),
        British = new("en-GB");

    public async Task LoadAsync(string tenant)
    {
        Description = (await api.Api.V1.Tenants[tenant].GetAsync())!;
        zone = TimeZoneInfo.FindSystemTimeZoneById(Description.Description?.TimeZone ?? "Europe/Berlin");
    }

    /// <summary>An organization's name by its key.</summary>
    public string Organization(string? key) => Description.Description?.Organizations?.Find(one => one.Key == key)?.Name ?? key ?? "";

    public DateOnly Today => DayOf(time.GetUtcNow());

    public DateTimeOffset Now => time.GetUtcNow();

    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone);

    /// <summary>A day: <c>Do., 16. März 2023</c>.</summary>
    public static string Day(DateOnly day) => day.ToString(Culture.Name == "de-DE" ? "ddd, d. MMMM yyyy" : "ddd, d MMMM yyyy", Culture);

    public static string Day(Date? day) => day.ToDay() is { } known ? Day(known) : "–";

    public string Day(DateTimeOffset moment) => Day(DayOf(moment));

    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);

    public string Time(DateTimeOffset moment) => Local(moment).ToString("HH:mm", Culture);

    /// <summary>Day and time; the second time without its day where it is the same.</summary>
    public string When(DateTimeOffset start, DateTimeOffset end) =>
        Local(start).Date == Local(end).Date
            ? $"{Day(start)}, {Time(start)}–{Time(end)}{new Text(" Uhr", "")}"
            : $"{Moment(start)} – {Moment(end)}";

    public string Moment(DateTimeOffset moment) => $"{Day(moment)}, {Time(moment)}{new Text(" Uhr", "")}";

    /// <summary>As a field for day and time has it.</summary>
    public string Field(DateTimeOffset moment) => Local(moment).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>What a field for day and time says, as a moment; null where it is empty.</summary>
    /// <param name="field">What was typed.</param>
    /// <param name="api">The field's name in the API.</param>
    /// <exception cref="Unreadable">No day with a time.</exception>
    public DateTimeOffset? Moment(string? field, string api)
    {
        if (field.OrNull() is not { } text)
            return null;
        return DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, zone.GetUtcOffset(local))
            : throw new Unreadable(api, Unreadable.Moment(text));
    }

    static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "d.M.yyyy H:mm"];

    public static string Money(double? euros) => euros is { } known ? known.ToString("C", Culture) : "–";

    public static string Number(double? number) => number?.ToString("0.##", Culture) ?? "–";
}
