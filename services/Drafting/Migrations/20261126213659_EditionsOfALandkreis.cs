using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Drafting.Migrations
{
    /// <inheritdoc />
    public partial class EditionsOfALandkreis : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<int>(
                name: "edition",
                table: "concepts",
                type: "integer",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "integer");

            // Every concept had the number 1. The published one keeps it; what was adopted after it follows, what is not adopted has none.
            migrationBuilder.Sql("""
                alter table concepts no force row level security;
                update concepts set edition = null where state not in ('Adopted', 'Published');
                update concepts set edition = counted.number
                from (select tenant, id, row_number() over (partition by tenant order by (state = 'Published') desc, id) as number
                    from concepts where edition is not null) as counted
                where concepts.tenant = counted.tenant and concepts.id = counted.id;
                alter table concepts force row level security;
                """);

            migrationBuilder.CreateIndex(
                name: "ix_concepts_tenant_edition",
                table: "concepts",
                columns: new[] { "tenant", "edition" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_concepts_tenant_edition",
                table: "concepts");

            migrationBuilder.AlterColumn<int>(
                name: "edition",
                table: "concepts",
                type: "integer",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "integer",
                oldNullable: true);
        }
    }
}
