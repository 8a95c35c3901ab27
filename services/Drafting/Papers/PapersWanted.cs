using System.ComponentModel.DataAnnotations;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Drafting.Papers;

/// <summary>The order of a list of papers.</summary>
public enum PaperSort
{
    /// <summary>As they came.</summary>
    Oldest,

    /// <summary>The latest first.</summary>
    Newest,
}

/// <summary>Which papers are asked for.</summary>
public sealed class PapersWanted
{
    /// <summary>Only those of that kind.</summary>
    public Named<PaperKind>? Kind { get; init; }

    /// <summary>Only those that are so far.</summary>
    public Named<PaperState>? State { get; init; }

    /// <summary>Part of the reference or of the imported text, in upper or lower case, up to 200 characters.</summary>
    [MaxLength(200)]
    public string? Q { get; init; }

    /// <summary>The order; as they came if not said.</summary>
    public Named<PaperSort>? Sort { get; init; }

    internal async Task<Page<PaperDto>> PageAsync(IQueryable<Paper> papers, PageRequest page, HttpContext http)
    {
        if (Kind is { } kind)
            papers = papers.Where(row => row.Kind == kind.Value);
        if (State is { } state)
            papers = papers.Where(row => row.State == state.Value);
        papers = papers.Containing(Q, row => row.Reference + " " + row.SourceText);
        return Sort?.Value == PaperSort.Newest
            ? await papers.ToLatestPageAsync(page, http, PaperDto.From)
            : await papers.ToPageAsync(page, http, PaperDto.From);
    }
}
