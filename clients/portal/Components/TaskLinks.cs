using Integrationskonzept.Client.Models;

namespace Integrationskonzept.Portal.Components;

/// <summary>Where a task is done.</summary>
static class TaskLinks
{
    public static string Of(string tenant, TaskDto task) =>
        $"{tenant}/"
        + (task.Subject!.Type, task.Kind) switch
        {
            (TaskSubjectType.Paper, TaskKind.SettleFindings) => $"papers/{task.Subject.Id}/correct",
            (TaskSubjectType.Paper, _) => $"papers/{task.Subject.Id}",
            (TaskSubjectType.Plan, _) => $"plans/{task.Subject.Id}",
            (TaskSubjectType.Mandate, _) => "plan",
            (TaskSubjectType.Event, TaskKind.ApproveRegistrations) => $"events/{task.Subject.Id}/registrations?state=Pending",
            (TaskSubjectType.Event, _) => $"events/{task.Subject.Id}",
            (TaskSubjectType.Registration, _) => $"events/{task.Subject.Within}",
            (TaskSubjectType.Poll, _) => $"polls/{task.Subject.Id}",
            (TaskSubjectType.TopicArea, TaskKind.WriteRecord) => $"topic-areas/{task.Subject.Id}/record",
            (TaskSubjectType.TopicArea, _) => $"topic-areas/{task.Subject.Id}",
            (TaskSubjectType.ModerationCase, _) => "moderation",
            (TaskSubjectType.Concept, _) => $"concepts/{task.Subject.Id}",
            (TaskSubjectType.Measure, _) => $"concepts/{task.Subject.Within}/measures/{task.Subject.Id}",
            _ => "",
        };
}
