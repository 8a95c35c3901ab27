using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Identity.Migrations
{
    /// <inheritdoc />
    public partial class Erasure : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "erased_persons",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    person_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    rows = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erased_persons", x => new { x.tenant, x.person_hash });
                });

            migrationBuilder.CreateTable(
                name: "erasures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person_aliases",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    alias = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_aliases", x => new { x.tenant, x.person });
                });

            migrationBuilder.CreateTable(
                name: "erasure_receipts",
                columns: table => new
                {
                    erasure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    rows = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasure_receipts", x => new { x.erasure_id, x.service });
                    table.ForeignKey(
                        name: "fk_erasure_receipts_erasures_erasure_id",
                        column: x => x.erasure_id,
                        principalTable: "erasures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_erased_persons_tenant_erased_at",
                table: "erased_persons",
                columns: new[] { "tenant", "erased_at" });

            migrationBuilder.CreateIndex(
                name: "ix_erasures_completed_at",
                table: "erasures",
                column: "completed_at");

            migrationBuilder.CreateIndex(
                name: "ix_erasures_open",
                table: "erasures",
                column: "requested_at",
                filter: "completed_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_person_aliases_tenant_alias",
                table: "person_aliases",
                columns: new[] { "tenant", "alias" },
                unique: true);

            // Whom the log names already gets an alias: this once what was written is written anew, by the owner of the schema.
            migrationBuilder.Sql("""
                alter table person_aliases no force row level security;
                alter table grants no force row level security;
                alter table grants disable trigger only_added_to;
                insert into person_aliases (tenant, person, alias)
                select tenant, person, gen_random_uuid() from (
                    select tenant, account_id as person from grants where account_id is not null
                    union
                    select tenant, actor::uuid from grants where actor ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                ) as named;
                update grants set account_id = alias from person_aliases as known
                where known.tenant = grants.tenant and known.person = account_id;
                update grants set actor = alias from person_aliases as known
                where known.tenant = grants.tenant and known.person::text = actor;
                alter table grants enable trigger only_added_to;
                alter table grants force row level security;
                alter table person_aliases force row level security;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "erased_persons");

            migrationBuilder.DropTable(
                name: "erasure_receipts");

            migrationBuilder.DropTable(
                name: "person_aliases");

            migrationBuilder.DropTable(
                name: "erasures");
        }
    }
}
