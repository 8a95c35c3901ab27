using System.Net;
using System.Text;
using Integrationskonzept.Client.Models;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Components;

namespace Integrationskonzept.Portal.Pages.Concepts;

/// <summary>
/// A trace as a picture: what came first on the left, in columns by kind. In the colours of the text around it. Who can't see it has the
/// table: a column shows eight things at most, the table forty of a kind, the exported file all.
/// </summary>
sealed class TraceDrawing
{
    const int MostOfColumn = 8,
        Width = 168,
        Between = 44,
        Height = 40,
        Gap = 12,
        Head = 28,
        Letters = 22;

    static readonly Text Description = new(
        "Spalten von links nach rechts, Linien verbinden, was aus etwas wurde. Darunter steht es als Tabelle, ganz in der Datei.",
        "Columns from left to right, lines join what came of something. Below it stands as a table, in full in the file."
    );
    readonly ConceptTrace trace;
    readonly List<(Text Title, List<TraceNode> Nodes)> columns;
    readonly Dictionary<string, (int X, int Y)> places = [];

    public TraceDrawing(ConceptTrace trace)
    {
        this.trace = trace;
        var submitted = trace.Edges!.Where(edge => edge.Kind == TraceEdgeKind.SubmittedBy).Select(edge => edge.To).ToHashSet();
        bool IsMandate(TraceNode node) => !submitted.Contains($"paper:{node.Id!.Split('/')[0]}");
        columns =
        [
            .. trace
                .Nodes!.GroupBy(node =>
                    node.Kind is TraceKind.Paper or TraceKind.Decision && IsMandate(node)
                        ? (Order: (int)node.Kind - (int)TraceKind.Edition - 1, node.Kind)
                        : (Order: (int)node.Kind!, node.Kind)
                )
                .OrderBy(column => column.Key.Order)
                .Select(column => (TraceWords.Of(column.Key.Kind), column.ToList())),
        ];
        foreach (var (column, (_, nodes)) in columns.Index())
        foreach (var (row, node) in Shown(nodes).Index())
            places[NameOf(node)] = (column * (Width + Between) + 2, Head + row * (Height + Gap));
    }

    public static string NameOf(TraceNode node) =>
        $"{char.ToLowerInvariant(node.Kind.ToString()![0])}{node.Kind.ToString()![1..]}:{node.Id}";

    /// <summary>What was asked for is always among those that are shown.</summary>
    IEnumerable<TraceNode> Shown(List<TraceNode> nodes) => nodes.OrderBy(node => NameOf(node) != trace.Of).Take(MostOfColumn);

    public MarkupString Draw()
    {
        var rows = columns.Max(column => Math.Min(column.Nodes.Count, MostOfColumn) + (column.Nodes.Count > MostOfColumn ? 1 : 0));
        var (width, height) = (columns.Count * (Width + Between) - Between + 4, Head + rows * (Height + Gap) + 2);
        var svg = new StringBuilder();
        Add(
            svg,
            $"<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}' viewBox='0 0 {width} {height}' role='img' "
                + "aria-labelledby='trace-title trace-desc' font-size='13' color='currentColor'>"
        );
        Add(svg, $"<title id='trace-title'>{Encode(new Text("Was woraus wurde", "What came of what").ToString())}</title>");
        Add(svg, $"<desc id='trace-desc'>{Encode(Description.ToString())}</desc>");
        foreach (var edge in trace.Edges!)
            if (places.TryGetValue(edge.From!, out var from) && places.TryGetValue(edge.To!, out var to))
                Line(svg, from, to);
        foreach (var (column, (title, nodes)) in columns.Index())
        {
            var x = column * (Width + Between) + 2;
            Add(svg, $"<text x='{x}' y='16' font-weight='bold' fill='currentColor'>{Encode(title.ToString())} ({nodes.Count})</text>");
            foreach (var node in Shown(nodes))
                Box(svg, node, places[NameOf(node)]);
            if (nodes.Count > MostOfColumn)
                More(svg, x, nodes.Count - MostOfColumn);
        }
        return new(svg.Append("</svg>").ToString());
    }

    static void More(StringBuilder svg, int x, int count)
    {
        var words = new Text($"und {count} weitere", $"and {count} more").ToString();
        Add(svg, $"<text x='{x}' y='{Head + MostOfColumn * (Height + Gap) + 16}' fill='currentColor'>{Encode(words)}</text>");
    }

    static void Line(StringBuilder svg, (int X, int Y) from, (int X, int Y) to)
    {
        var (x1, y1, x2, y2) = (from.X + Width, from.Y + Height / 2, to.X, to.Y + Height / 2);
        var bend = Math.Max(Between / 2, (x2 - x1) / 2);
        Add(
            svg,
            $"<path d='M{x1} {y1} C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}' fill='none' stroke='currentColor' stroke-opacity='0.45'/>"
        );
    }

    void Box(StringBuilder svg, TraceNode node, (int X, int Y) at)
    {
        var thick = NameOf(node) == trace.Of ? 3 : 1;
        Add(
            svg,
            $"<g><title>{Encode(node.Label!)}</title><rect x='{at.X}' y='{at.Y}' width='{Width}' height='{Height}' rx='4' "
                + $"fill='none' stroke='currentColor' stroke-width='{thick}'/>"
        );
        foreach (var (index, line) in Lines(node.Label!).Index())
            Add(svg, $"<text x='{at.X + 8}' y='{at.Y + 16 + index * 17}' fill='currentColor'>{Encode(line)}</text>");
        Add(svg, $"</g>");
    }

    /// <summary>Two lines at most, broken between words where that is possible.</summary>
    static List<string> Lines(string label)
    {
        var words = label.ReplaceLineEndings(" ").Trim();
        if (words.Length <= Letters)
            return [words];
        var space = words.LastIndexOf(' ', Letters);
        var at = space > 0 ? space : Letters;
        var rest = words[at..].Trim();
        return [words[..at], rest.Length <= Letters ? rest : rest[..(Letters - 1)].TrimEnd() + "…"];
    }

    /// <summary>Numbers are whole: no culture writes them otherwise.</summary>
    static void Add(StringBuilder svg, string text) => svg.Append(text);

    static string Encode(string text) => WebUtility.HtmlEncode(text);
}
