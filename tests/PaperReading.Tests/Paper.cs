namespace Integrationskonzept.PaperReading.Tests;

/// <summary>The papers that the tests read: in the layouts that councils use.</summary>
static class Paper
{
    public static readonly string[] All =
    [
        "vl-320-2022.txt",
        "sessionnet.md",
        "allris.txt",
        "kreis-nord.txt",
        "spalten.txt",
        "antrag.md",
        "mitteilung.txt",
        "termine-zuerst.txt",
        "stichworte.txt",
    ];

    /// <summary>Those beside which a file says what they say.</summary>
    public static IEnumerable<string> Expected =>
        Directory
            .GetFiles(Path.Combine(AppContext.BaseDirectory, "Papers"), "*.json")
            .Select(file =>
                Directory
                    .GetFiles(Path.GetDirectoryName(file)!, Path.GetFileNameWithoutExtension(file) + ".*")
                    .Single(paper => paper != file)
            )
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal);

    public static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Papers", name));

    public static Reading Read(string name) => PaperReader.Read(Text(name));

    public static string[] Contradictions(this Reading reading) =>
        [
            .. reading
                .Findings.Where(f => f.Code is not ("not-found" or "likely" or "cost-approximate" or "deadline-approximate"))
                .Select(f => f.Code)
                .Order(StringComparer.Ordinal),
        ];

    public static (string, string, string?, ConsultationAction?)[] Rows(this Reading reading) =>
        [
            .. reading.Consultations.Select(c =>
                (
                    c.Value.Organization,
                    c.Value.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "",
                    c.Value.AgendaItem,
                    c.Value.Action
                )
            ),
        ];
}
