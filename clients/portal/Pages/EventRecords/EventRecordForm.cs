using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.EventRecords;

/// <summary>A record as it is written; an empty row at the end takes the next result.</summary>
public sealed class EventRecordForm
{
    public int Version { get; set; }
    public string? Summary { get; set; }
    public string? OpenQuestions { get; set; }
    public List<Row> Entries { get; set; } = [];

    public static EventRecordForm Of(EventRecordDto record) =>
        new()
        {
            Version = record.Version ?? 0,
            Summary = record.Summary,
            OpenQuestions = string.Join('\n', record.OpenQuestions ?? []),
            Entries =
            [
                .. record.Entries!.Select(entry => new Row
                {
                    Id = entry.Id,
                    Kind = $"{entry.Kind}",
                    Text = entry.Text,
                }),
                new(),
            ],
        };

    /// <summary>Rows that somebody else has added are shown beside empty ones here.</summary>
    public void MakeRoomFor(EventRecordDto record)
    {
        while (Entries.Count < record.Entries!.Count)
            Entries.Add(new());
    }

    public WriteEventRecord ToRecord() =>
        new()
        {
            Summary = Summary.ToText(),
            OpenQuestions = [.. OpenQuestions.ToLines().Select(line => new WriteQuestion { Text = line })],
            Entries =
            [
                .. Entries
                    .Where(row => row.Text.OrNull() is not null)
                    .Select(row => new WriteEntry
                    {
                        Id = row.Id,
                        Kind = row.Kind.ToChoice<ContributionKind>(),
                        Text = row.Text.OrNull(),
                    }),
            ],
        };

    public sealed class Row
    {
        public Guid? Id { get; set; }
        public string? Kind { get; set; }
        public string? Text { get; set; }
    }
}
