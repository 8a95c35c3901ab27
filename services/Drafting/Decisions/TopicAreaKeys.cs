using System.Globalization;
using System.Text;
using Integrationskonzept.Contracts;

namespace Integrationskonzept.Drafting.Decisions;

/// <summary>Keys for topic areas, made of their titles, readable in addresses: <c>bildung-sprache</c>.</summary>
static class TopicAreaKeys
{
    const int Longest = 60;

    public static IReadOnlyList<MandatedTopicArea> Make(IEnumerable<string> titles)
    {
        var taken = new HashSet<string>();
        return
        [
            .. titles.Select(title =>
            {
                var key = Key(title);
                for (var number = 2; !taken.Add(key); number++)
                    key = $"{Key(title)}-{number}";
                return new MandatedTopicArea(key, title);
            }),
        ];
    }

    static string Key(string title)
    {
        var words = new StringBuilder(title.ToLowerInvariant())
            .Replace("ä", "ae")
            .Replace("ö", "oe")
            .Replace("ü", "ue")
            .Replace("ß", "ss")
            .ToString()
            .Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            .Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        var key = string.Join('-', new string([.. words]).Split('-', StringSplitOptions.RemoveEmptyEntries));
        if (key.Length > Longest)
            key = key[..(key.LastIndexOf('-', Longest) is > 0 and var cut ? cut : Longest)];
        return key.Length == 0 ? "themenfeld" : key;
    }
}
