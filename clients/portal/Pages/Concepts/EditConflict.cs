using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Integrationskonzept.Portal.Pages.Concepts;

/// <summary>A part of a text that two have changed: one text, or both where they contradict each other.</summary>
public sealed record MergePart(string? Text, string Yours, string Theirs);

/// <summary>What the API tells when two have changed the same place.</summary>
public sealed record EditConflict(int Version, int Revision, MergePart Title, IReadOnlyList<MergePart> Parts)
{
    /// <summary>A form has fields for so many.</summary>
    const int Most = 90;

    public static EditConflict? Of(ProblemDetails problem)
    {
        if (
            problem.Type != "/problems/edit-conflict"
            || !problem.AdditionalData.TryGetValue("merge", out var found)
            || found is not UntypedObject merge
        )
            return null;
        var told = merge.GetValue();
        List<MergePart> parts = [.. ((UntypedArray)told["parts"]).GetValue().Select(Part)];
        return new(
            Whole(told["version"]),
            Whole(told["revision"]),
            Part(told["title"]),
            parts.Count > Most
                ?
                [
                    new(
                        null,
                        string.Concat(parts.Select(part => part.Text ?? part.Yours)),
                        string.Concat(parts.Select(part => part.Text ?? part.Theirs))
                    ),
                ]
                : parts
        );
    }

    /// <summary>The same again, from the form in which somebody decides.</summary>
    public static EditConflict Of(MergeForm form) =>
        new(
            form.Version,
            form.Revision,
            form.TheirTitle is { } their ? new(null, form.YourTitle ?? "", their) : new(form.Title ?? "", "", ""),
            [.. form.Parts.Select(part => new MergePart(part.Take is null ? part.Text ?? "" : null, part.Yours ?? "", part.Theirs ?? ""))]
        );

    static MergePart Part(UntypedNode node)
    {
        var told = ((UntypedObject)node).GetValue();
        return new(Text("text"), Text("yours") ?? "", Text("theirs") ?? "");

        string? Text(string name) => told.TryGetValue(name, out var value) && value is UntypedString text ? text.GetValue() : null;
    }

    static int Whole(UntypedNode node) =>
        node switch
        {
            UntypedInteger whole => whole.GetValue(),
            UntypedLong whole => (int)whole.GetValue(),
            UntypedDecimal whole => (int)whole.GetValue(),
            UntypedDouble whole => (int)whole.GetValue(),
            _ => 0,
        };
}

/// <summary>What somebody decided, place by place.</summary>
public sealed class MergeForm
{
    public int Version { get; set; }
    public int Revision { get; set; }
    public string? Title { get; set; }
    public string? YourTitle { get; set; }
    public string? TheirTitle { get; set; }
    public string? Reason { get; set; }
    public List<Choice> Parts { get; set; } = [];

    public string Markdown => string.Concat(Parts.Select(part => part.Decided)).TrimEnd();

    public sealed class Choice
    {
        public string? Text { get; set; }
        public string? Take { get; set; }
        public string? Yours { get; set; }
        public string? Theirs { get; set; }
        public string? Own { get; set; }

        /// <summary>Each ends with an empty line, so that what follows stays a part of its own; lists and tables go on.</summary>
        public string Decided =>
            Take switch
            {
                "yours" => Yours.ToText(),
                "theirs" => Theirs.ToText(),
                "both" => $"{Theirs.ToText().TrimEnd()}\n\n{Yours.ToText()}",
                "own" => $"{Own.ToText().TrimEnd()}\n\n",
                _ => Text.ToText(),
            };
    }
}
