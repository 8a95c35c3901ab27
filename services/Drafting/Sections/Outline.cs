using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Sections;

/// <summary>A section as the outline needs it.</summary>
sealed record OutlinedSection(Guid Id, string Key, string Title, Guid? ParentId, int Order)
{
    public static readonly Expression<Func<Section, OutlinedSection>> Of = row => new(row.Id, row.Key, row.Title, row.ParentId, row.Order);
}

/// <summary>Where a section stands.</summary>
/// <param name="Section">Which.</param>
/// <param name="Number">As printed: <c>5.2</c>.</param>
/// <param name="Level">1 for a chapter.</param>
/// <param name="ParentKey">The section that it stands in.</param>
sealed record Place(OutlinedSection Section, string Number, int Level, string? ParentKey);

/// <summary>The tree of a concept's sections, in reading order: each before those within it.</summary>
sealed class Outline
{
    /// <summary>The title of the concept is the first of six levels of headings.</summary>
    public const int Deepest = 5;

    readonly Dictionary<Guid, Place> places = [];
    readonly ILookup<Guid?, OutlinedSection> children;

    public Outline(IEnumerable<OutlinedSection> sections)
    {
        children = sections.OrderBy(row => row.Order).ThenBy(row => row.Id).ToLookup(row => row.ParentId);
        Put(null, "", 1, null);
    }

    public static async Task<Outline> OfAsync(DraftingDb db, Guid conceptId, CancellationToken ct) =>
        new(await db.Sections.AsNoTracking().Where(row => row.ConceptId == conceptId).Select(OutlinedSection.Of).ToListAsync(ct));

    /// <summary>In reading order.</summary>
    public IReadOnlyCollection<Place> Places => places.Values;

    public Place this[Guid section] => places[section];

    public IReadOnlyList<OutlinedSection> ChildrenOf(Guid? parent) => [.. children[parent]];

    public Place? Find(string key) => places.Values.FirstOrDefault(place => place.Section.Key == key);

    /// <summary>How many levels a section has with those within it: 1 without any.</summary>
    public int HeightOf(Guid section) => 1 + children[section].Select(child => HeightOf(child.Id)).DefaultIfEmpty(0).Max();

    public bool IsWithin(Guid section, Guid other)
    {
        for (Guid? at = section; at is { } id; at = places[id].Section.ParentId)
            if (id == other)
                return true;
        return false;
    }

    void Put(Guid? parent, string prefix, int level, string? parentKey)
    {
        var number = 0;
        foreach (var section in children[parent])
        {
            var printed = prefix + (++number).ToString(CultureInfo.InvariantCulture);
            places.Add(section.Id, new(section, printed, level, parentKey));
            Put(section.Id, $"{printed}.", level + 1, section.Key);
        }
    }
}
