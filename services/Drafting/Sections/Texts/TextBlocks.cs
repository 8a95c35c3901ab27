using System.Text.RegularExpressions;

namespace Integrationskonzept.Drafting.Sections.Texts;

/// <summary>What a block of a text is.</summary>
public enum BlockForm
{
    Paragraph,
    Heading,
    ListItem,
    TableRow,
    Code,
}

/// <summary>A part of a text that people change as one: nothing is lost, all blocks one after the other are the text.</summary>
/// <param name="Form">What it is.</param>
/// <param name="Text">As written, with the empty lines behind it.</param>
sealed record TextBlock(BlockForm Form, string Text)
{
    /// <summary>Without what only stands between blocks.</summary>
    public string Content => Text.TrimEnd();
}

/// <summary>Cuts CommonMark into blocks by its lines. Where it is wrong, a block is larger or smaller than it could be.</summary>
static partial class TextBlocks
{
    public static List<TextBlock> Of(string markdown)
    {
        var blocks = new List<TextBlock>();
        var lines = new List<string>();
        var form = BlockForm.Paragraph;
        string? fence = null;
        var isAfterEmpty = false;
        foreach (var line in Lines().EnumerateMatches(markdown))
            Take(markdown.Substring(line.Index, line.Length));
        End();
        return blocks;

        void Take(string line)
        {
            var isEmpty = string.IsNullOrWhiteSpace(line);
            var next = FormOf(line);
            if (fence is not null)
            {
                lines.Add(line);
                if (line.TrimStart().StartsWith(fence, StringComparison.Ordinal))
                    fence = null;
                isAfterEmpty = isEmpty;
                return;
            }
            if (!isEmpty && lines.Exists(known => !string.IsNullOrWhiteSpace(known)) && !GoesOn(line, next))
                End();
            if (!isEmpty && lines.TrueForAll(string.IsNullOrWhiteSpace))
                form = next;
            if (!isEmpty && next == BlockForm.Code && form == BlockForm.Code)
                fence = line.TrimStart()[..3];
            lines.Add(line);
            isAfterEmpty = isEmpty;
        }

        bool GoesOn(string line, BlockForm next) =>
            form switch
            {
                BlockForm.Heading or BlockForm.Code => false,
                BlockForm.TableRow => Delimiter().IsMatch(line),
                BlockForm.ListItem => next is not (BlockForm.ListItem or BlockForm.Heading)
                    && (!isAfterEmpty || line.StartsWith("  ", StringComparison.Ordinal)),
                _ => next == BlockForm.Paragraph && !isAfterEmpty,
            };

        void End()
        {
            if (lines.Count > 0)
                blocks.Add(new(form, string.Concat(lines)));
            lines.Clear();
        }
    }

    static BlockForm FormOf(string line) =>
        Heading().IsMatch(line) ? BlockForm.Heading
        : Item().IsMatch(line) ? BlockForm.ListItem
        : line.TrimStart() is ['|', ..] ? BlockForm.TableRow
        : line.TrimStart() is ['`', '`', '`', ..] or ['~', '~', '~', ..] ? BlockForm.Code
        : BlockForm.Paragraph;

    [GeneratedRegex(@"[^\n]*\n|[^\n]+$")]
    private static partial Regex Lines();

    [GeneratedRegex(@"^ {0,3}#{1,6}(\s|$)")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*([-*+]|\d{1,9}[.)])\s")]
    private static partial Regex Item();

    [GeneratedRegex(@"^\s*\|[\s:|-]+$")]
    private static partial Regex Delimiter();
}
