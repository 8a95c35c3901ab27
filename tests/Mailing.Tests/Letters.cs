using System.Collections.Concurrent;
using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Mailing.Queue;

namespace Integrationskonzept.Mailing.Tests;

/// <summary>What the mails say, by what they are about; and which mailboxes there are not.</summary>
public sealed class Letters
{
    readonly ConcurrentDictionary<Guid, Func<Mail?>> letters = new();

    public ConcurrentQueue<(string? Address, string Code)> Bounced { get; } = [];

    public Guid Write(Func<Mail?> letter)
    {
        var about = Guid.CreateVersion7();
        letters[about] = letter;
        return about;
    }

    public sealed class Composer(Letters all) : IMailComposer
    {
        public Task<Mail?> ComposeAsync(QueuedMail mail, CancellationToken ct) => Task.FromResult(all.letters[mail.Reference]());

        public Task BouncedAsync(QueuedMail mail, string? address, string code, CancellationToken ct)
        {
            all.Bounced.Enqueue((address, code));
            return Task.CompletedTask;
        }
    }
}
