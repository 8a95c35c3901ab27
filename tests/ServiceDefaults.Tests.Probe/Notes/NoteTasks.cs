using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Probe.Notes;

/// <summary>Each note is something to do.</summary>
sealed class NotesToRead(ProbeDb db) : ITaskSource
{
    public TaskKind Kind => TaskKind.WriteRecord;
    public string Permission => Permissions.TopicAreasRead;

    public Task<FoundTasks> FindAsync(CancellationToken ct) =>
        db
            .Notes.AsNoTracking()
            .OrderBy(note => note.Id)
            .ToTasksAsync(note => new TaskDto(Kind, note.Text, new(TaskSubjectType.TopicArea, note.Id)), ct);
}

/// <summary>What a broken slice would do.</summary>
sealed class BrokenTasks(ProbeDb db) : ITaskSource
{
    public TaskKind Kind => TaskKind.HoldEvent;
    public string Permission => Permissions.EventsHold;

    public async Task<FoundTasks> FindAsync(CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select no_such_column from notes", ct);
        return FoundTasks.None;
    }
}
