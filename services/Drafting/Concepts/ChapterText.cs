using System.Globalization;
using System.Text;
using Integrationskonzept.Contracts;

namespace Integrationskonzept.Drafting.Concepts;

/// <summary>
/// The first text of chapters that arise from data; people edit it afterwards. Goals and measures are data of their own, beside the text.
/// </summary>
static class ChapterText
{
    public static string Of(TopicAreaConcluded area)
    {
        var text = new StringBuilder($"### Ausgangslage\n\n{area.Situation.Trim()}\n");
        List("Bedarfe", area.Needs);
        return text.ToString();

        void List(string heading, IReadOnlyList<Finding> findings)
        {
            if (findings.Count == 0)
                return;
            text.Append("\n### ").Append(heading).Append("\n\n");
            foreach (var finding in findings)
                text.Append("- ").Append(finding.Text.Trim().ReplaceLineEndings("\n  ")).Append('\n');
        }
    }

    /// <summary>For results that came after their own concept was decided.</summary>
    public static string Carried(TopicAreaConcluded area, string mandateReference) =>
        $"*Aus dem Verfahren {mandateReference}, nach dessen Beschluss abgeschlossen.*\n\n{Of(area)}";

    public static string Participation(IReadOnlyList<HeldEvent> events, int contributions, TimeZoneInfo zone)
    {
        if (events.Count == 0)
            return "";
        var text = new StringBuilder($"In {events.Count} Veranstaltungen wurden {contributions} Beiträge eingebracht.\n\n");
        text.Append("| Datum | Veranstaltung | Politik | Verwaltung | Zivilgesellschaft | Institutionen | Migrantenorganisationen |\n");
        text.Append("|---|---|---:|---:|---:|---:|---:|\n");
        foreach (var held in events.OrderBy(row => row.Details.Start))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {TimeZoneInfo.ConvertTime(held.Details.Start, zone):dd.MM.yyyy} | "
                    + $"{held.Details.Title.Replace("|", "\\|", StringComparison.Ordinal)} |"
            );
            foreach (var group in Enum.GetValues<StakeholderGroup>())
                text.Append(CultureInfo.InvariantCulture, $" {held.Attendance.GetValueOrDefault(group)} |");
            text.Append('\n');
        }
        return text.ToString();
    }

    public static string Organisations(IEnumerable<string> names)
    {
        var list = names.Distinct().Order(StringComparer.CurrentCulture).ToList();
        return list.Count == 0 ? "" : "### Beteiligte Organisationen\n\n" + string.Concat(list.Select(name => $"- {name}\n"));
    }
}
