namespace Integrationskonzept.Publication.Site;

/// <summary>The states of Germany by their codes of ISO 3166-2; names are the same in both languages.</summary>
static class StateNames
{
    static readonly Dictionary<string, string> Names = new()
    {
        ["DE-BB"] = "Brandenburg",
        ["DE-BE"] = "Berlin",
        ["DE-BW"] = "Baden-Württemberg",
        ["DE-BY"] = "Bayern",
        ["DE-HB"] = "Bremen",
        ["DE-HE"] = "Hessen",
        ["DE-HH"] = "Hamburg",
        ["DE-MV"] = "Mecklenburg-Vorpommern",
        ["DE-NI"] = "Niedersachsen",
        ["DE-NW"] = "Nordrhein-Westfalen",
        ["DE-RP"] = "Rheinland-Pfalz",
        ["DE-SH"] = "Schleswig-Holstein",
        ["DE-SL"] = "Saarland",
        ["DE-SN"] = "Sachsen",
        ["DE-ST"] = "Sachsen-Anhalt",
        ["DE-TH"] = "Thüringen",
    };

    public static string Of(string code) => Names.GetValueOrDefault(code, code);
}
