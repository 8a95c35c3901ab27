using Integrationskonzept.ServiceDefaults.Data;

namespace Integrationskonzept.ServiceDefaults.Tests.Data;

public sealed class When_ids_are_made
{
    [Fact]
    public async Task They_rise_in_each_thread_and_are_unique_in_all()
    {
        const int Threads = 4,
            Each = 25_000;
        var made = await Task.WhenAll(
            Enumerable
                .Range(0, Threads)
                .Select(_ =>
                    Task.Factory.StartNew(
                        () =>
                        {
                            var ids = new Guid[Each];
                            for (var index = 0; index < Each; index++)
                                ids[index] = SequentialId.Next();
                            return ids;
                        },
                        TaskCreationOptions.LongRunning
                    )
                )
        );

        foreach (var ids in made)
            for (var index = 1; index < Each; index++)
                if (ids[index].CompareTo(ids[index - 1]) <= 0)
                    Assert.Fail($"{ids[index]} came after {ids[index - 1]}");
        made.SelectMany(ids => ids).Distinct().Count().ShouldBe(Threads * Each);
        made[0].ShouldAllBe(id => id.Version == 7);
    }

    [Fact]
    public void One_made_after_another_finished_is_greater_whoever_made_it()
    {
        var last = SequentialId.Next();
        for (var round = 0; round < 200; round++)
        {
            var next = Guid.Empty;
            var thread = new Thread(() => next = SequentialId.Next());
            thread.Start();
            thread.Join();
            next.ShouldBeGreaterThan(last);
            last = next;
        }
    }
}
