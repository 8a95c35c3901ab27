using System.Text.Json;

namespace Integrationskonzept.Planning.Observances;

/// <summary>
/// Religious days of several faiths: planning avoids them where it can, and says where it can't. One data file per faith, embedded, with
/// version and source. They are about days, never about persons.
/// </summary>
public sealed class ObservanceCalendar
{
    /// <summary>None.</summary>
    public static readonly ObservanceCalendar Empty = new([]);

    static readonly IReadOnlyList<ObservanceData> Files = Load();
    static readonly ObservanceCalendar Every = new(Files);

    readonly Dictionary<DateOnly, List<Observance>> days = [];

    ObservanceCalendar(IEnumerable<ObservanceData> files)
    {
        foreach (var file in files)
        foreach (var row in file.Days)
            for (var day = row.From; day <= row.To; day = day.AddDays(1))
                (days.TryGetValue(day, out var known) ? known : days[day] = []).Add(new(file.Faith, row.De, row.En, row.Weight));
    }

    /// <summary>The faiths on file.</summary>
    public static IReadOnlyList<ObservanceData> All => Files;

    /// <summary>The days of these faiths; of all on file if none is said.</summary>
    public static ObservanceCalendar Choose(IReadOnlyCollection<string>? faiths) =>
        faiths is null ? Every : new(Files.Where(file => faiths.Contains(file.Faith)));

    /// <summary>What is observed on a day.</summary>
    public IReadOnlyList<Observance> On(DateOnly day) => days.TryGetValue(day, out var known) ? known : [];

    /// <summary>How much a day is to be avoided: the heaviest of its observances, and a little for each further one.</summary>
    public int Weight(DateOnly day) => On(day) is { Count: > 0 } here ? here.Max(row => row.Weight) + here.Count - 1 : 0;

    static List<ObservanceData> Load()
    {
        var assembly = typeof(ObservanceCalendar).Assembly;
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith("observances/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var file = assembly.GetManifestResourceStream(name)!;
                    return JsonSerializer.Deserialize<ObservanceData>(file, JsonSerializerOptions.Web)!;
                }),
        ];
    }
}

/// <summary>A religious day.</summary>
/// <param name="Faith">Key of the faith, the name of its file.</param>
/// <param name="De">German name.</param>
/// <param name="En">English name.</param>
/// <param name="Weight">1 (a remark) to 10 (no event on that day if it can be helped).</param>
public sealed record Observance(string Faith, string De, string En, int Weight);

/// <summary>A file of religious days.</summary>
public sealed record ObservanceData(
    string Faith,
    string Version,
    string Source,
    string Note,
    DateOnly CoversFrom,
    DateOnly CoversTo,
    IReadOnlyList<ObservedDays> Days
);

/// <summary>First and last day included.</summary>
public sealed record ObservedDays(DateOnly From, DateOnly To, string De, string En, int Weight);
