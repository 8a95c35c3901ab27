using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Scheduling.Mandates;

/// <summary>A decided paper, as far as planning needs it. Its id is the paper's.</summary>
public sealed class Mandate : Aggregate
{
    /// <summary>Version of the message that it was last taken from.</summary>
    public int SourceVersion { get; private set; }
    public string Reference { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public DateOnly DecidedOn { get; private set; }
    public string DecidedBy { get; private set; } = "";
    public List<MandatedTopicArea> TopicAreas { get; private set; } = [];
    public List<ProgrammeItem> Programme { get; private set; } = [];
    public int MonthsPerTopicArea { get; private set; }
    public DateOnly? Deadline { get; private set; }
    public decimal Budget { get; private set; }

    public static Mandate From(MandateGranted granted)
    {
        var mandate = new Mandate { Id = granted.AggregateId };
        mandate.Become(granted);
        return mandate;
    }

    /// <summary>Title of a topic area of the mandate; none of none.</summary>
    public string? TitleOf(string? topicAreaKey) =>
        topicAreaKey is null ? null : TopicAreas.FirstOrDefault(area => area.Key == topicAreaKey)?.Title ?? throw new TopicAreaUnknown();

    /// <summary>Takes what the message says; an older one than the last changes nothing.</summary>
    public void Become(MandateGranted granted)
    {
        if (granted.Version <= SourceVersion)
            return;
        SourceVersion = granted.Version;
        Reference = granted.Reference;
        Subject = granted.Subject;
        DecidedOn = granted.DecidedOn;
        DecidedBy = granted.DecidedBy;
        (TopicAreas, Programme) = ([.. granted.TopicAreas], [.. granted.Programme]);
        MonthsPerTopicArea = Math.Clamp(granted.MonthsPerTopicArea, 1, 120);
        Deadline = granted.Deadline;
        Budget = granted.Budget;
    }
}

sealed class MandateTable : IEntityTypeConfiguration<Mandate>
{
    public void Configure(EntityTypeBuilder<Mandate> mandate)
    {
        mandate.Property(row => row.TopicAreas).HasJson();
        mandate.Property(row => row.Programme).HasJson();
    }
}

/// <summary>No such mandate here.</summary>
public sealed class MandateUnknown()
    : UnprocessableProblem(
        "mandate-unknown",
        new(
            "Diesen Auftrag gibt es in diesem Landkreis nicht. GET …/mandates nennt alle.",
            "There is no such mandate in this Landkreis. GET …/mandates lists all."
        )
    );

/// <summary>The mandate has no such topic area.</summary>
public sealed class TopicAreaUnknown()
    : InvalidFieldProblem(
        "topicAreaKey",
        new(
            "Dieses Themenfeld gibt es im Auftrag nicht. GET …/mandates nennt alle.",
            "The mandate has no such topic area. GET …/mandates lists all."
        )
    );
