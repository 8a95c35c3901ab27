using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Drafting.Papers;

/// <summary>What a paper is for.</summary>
public enum PaperKind
{
    /// <summary>Orders a concept.</summary>
    Mandate,

    /// <summary>Puts a finished concept before the organizations.</summary>
    Adoption,
}

/// <summary>How far a paper is.</summary>
public enum PaperState
{
    /// <summary>Can be corrected.</summary>
    Draft,

    /// <summary>At least one organization has dealt with it.</summary>
    InConsultation,

    /// <summary>The authoritative organization adopted it.</summary>
    Adopted,

    /// <summary>The authoritative organization rejected it.</summary>
    Rejected,
}

/// <summary>A Vorlage with its Beratungsfolge (OParl Paper and Consultation).</summary>
public sealed class Paper : Aggregate
{
    public PaperKind Kind { get; init; } = PaperKind.Mandate;
    public PaperState State { get; private set; } = PaperState.Draft;
    public required string Reference { get; set; }
    public PaperContent Content { get; private set; } = null!;
    public List<Consultation> Consultations { get; private set; } = [];

    /// <summary>What reading the text left open or doubtful.</summary>
    public List<PaperFinding> Findings { get; init; } = [];

    /// <summary>The text as it was imported; null for a paper that was generated.</summary>
    public string? SourceText { get; init; }

    /// <summary>The concept and milestone that an adoption paper puts before the organizations.</summary>
    public Guid? ConceptId { get; init; }
    public int? Milestone { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The organization's wording that is in force: proposed, or as changed by the authoritative decision.</summary>
    public string Wording =>
        Consultations.LastOrDefault(step => step.Authoritative && step.Decision is not null)?.Decision?.ChangedResolution
        ?? Content.Resolution;

    /// <summary>Takes the content as read; contradictions are kept as findings, so that they can be corrected.</summary>
    public void Fill(PaperContent content, IEnumerable<Consultation> consultations)
    {
        Content = content;
        Consultations = [.. consultations.Select((step, index) => step with { Number = index + 1 })];
    }

    /// <summary>
    /// Replaces the content; only before an organization has dealt with it, and only by something without contradictions.
    /// </summary>
    public void Correct(string reference, PaperContent content, IEnumerable<Consultation> consultations)
    {
        if (State != PaperState.Draft)
            throw new PaperIsDecided(Reference);
        var steps = consultations.ToList();
        PaperRules.Require(content, steps);
        Reference = reference;
        Fill(content, steps);
    }

    /// <summary>Records the result of one consultation; only in the order of the Beratungsfolge.</summary>
    public Consultation Decide(int number, Decision decision)
    {
        var step = Consultations.SingleOrDefault(step => step.Number == number) ?? throw new ConsultationUnknown(number);
        if (step.Decision is not null || State is PaperState.Adopted or PaperState.Rejected)
            throw new AlreadyDecided(step);
        if (Consultations.FirstOrDefault(earlier => earlier.Number < number && earlier.Decision is null) is { } open)
            throw new EarlierConsultationOpen(open);
        PaperRules.Require(Content, Consultations);
        PaperRules.Require(decision, step, this);

        step = step with { Decision = decision };
        Consultations = [.. Consultations.Select(other => other.Number == number ? step : other)];
        State = (step.Authoritative, decision.Outcome) switch
        {
            (true, Outcome.Adopted or Outcome.AdoptedWithChanges) => PaperState.Adopted,
            (true, Outcome.Rejected) => PaperState.Rejected,
            _ => PaperState.InConsultation,
        };
        // A deferred matter comes back before the same organization; the date is not known yet.
        if (decision.Outcome == Outcome.Deferred)
            Consultations =
            [
                .. Consultations,
                step with
                {
                    Number = Consultations.Count + 1,
                    Date = null,
                    AgendaItem = null,
                    Decision = null,
                },
            ];
        return step;
    }
}

sealed class PaperTable : IEntityTypeConfiguration<Paper>
{
    public void Configure(EntityTypeBuilder<Paper> paper)
    {
        paper.Property(row => row.Reference).HasMaxLength(100);
        paper.Property(row => row.Kind).HasConversion<string>();
        paper.Property(row => row.State).HasConversion<string>();
        paper.Property(row => row.Content).HasJson();
        paper.Property(row => row.Consultations).HasJson();
        paper.Property(row => row.Findings).HasJson();
        paper.Ignore(row => row.Wording);
        paper.HasIndex(row => new { row.Tenant, row.Reference }).IsUnique();
    }
}
